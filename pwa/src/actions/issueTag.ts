import type { Asset, Decision } from '../domain/types'
import { decide } from '../sync/decide'
import { freshTag } from '../sync/freshTag'

/** Give an asset a tag with a fresh code. */
export async function issueTag(asset: Pick<Asset, 'id'>): Promise<Decision> {
  return decide(async (db) => {
    const { tag_id, code, check } = await freshTag(db)
    return { name: 'issue_tag', doc: tag_id, args: { asset_id: asset.id, code, check }, seen: {} }
  })
}
