import type { PersonDatabase } from '../db/personDatabase'
import { tagOfCode } from '../db/tags'
import { checkText, MAX_REASON_CHARACTERS } from '../domain/limits'
import type { Asset, ScanMethod } from '../domain/types'
import { readScanned, readTypedCode } from '../rules/tags'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { subject } from '../sync/subjects'

export interface ScanProof { readonly raw: string; readonly method: ScanMethod; readonly reason?: string | null; readonly tag_id?: string | null }

const MAX_RAW_CHARACTERS = 500

/** Write the proof of presence at an asset: the raw code as it was read, how, and why it was not read by camera. */
export async function recordScan(roundId: string, asset: Pick<Asset, 'id'>, proof: ScanProof): Promise<void> {
  const { method, reason = null } = proof
  checkText(reason, MAX_REASON_CHARACTERS)
  await act(async (db, { op, at, by }) => {
    const { stream } = await subject(db, 'round', roundId)
    const raw = [...proof.raw].slice(0, MAX_RAW_CHARACTERS).join('')
    const tag_id = proof.tag_id ?? (await tagIdOf(db, asset.id, raw))
    const args = { asset_id: asset.id, tag_id, raw, method, reason, place: null }
    return {
      name: 'scan_asset',
      doc: roundId,
      args,
      round_id: roundId,
      rows: [madeRow('scan', op, stream, { round_id: roundId, ...args, by, at, received_at: null })],
    }
  })
}

async function tagIdOf(db: PersonDatabase, assetId: string, raw: string): Promise<string | null> {
  const code = readScanned(raw)?.code ?? readTypedCode(raw).code
  const tag = code === null ? null : await tagOfCode(db, code)
  return tag?.asset_id === assetId ? tag.id : null
}
