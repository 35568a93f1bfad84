import { roundAssetIds } from '../rules/items'
import { act } from '../sync/act'
import { subject } from '../sync/subjects'

/** Add an asset of another room to this round. */
export async function addAssetToRound(roundId: string, assetId: string): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'round', roundId)
    if (roundAssetIds(doc).includes(assetId)) return null
    const set = { extra_asset_ids: { add: [assetId], remove: {} } }
    return { name: 'add_to_round', round_id: roundId, edits: [{ doc: roundId, type: 'round', set }] }
  })
}
