import type { Asset, Decision, JsonObject } from '../domain/types'
import { decide } from '../sync/decide'
import { freshTag } from '../sync/freshTag'

/** As many as the server takes in one operation. */
const AT_ONCE = 500

/** Give many assets their first label; stops at the first answer that is not yes. */
export async function issueTags(projectId: string, assets: readonly Pick<Asset, 'id'>[]): Promise<Decision> {
  let said: Decision = { outcome: 'applied' }
  for (let start = 0; start < assets.length && said.outcome === 'applied'; start += AT_ONCE) {
    said = await decide(async (db) => {
      const fresh = new Map<string, JsonObject>()
      for (const { id } of assets.slice(start, start + AT_ONCE)) {
        let tag = await freshTag(db)
        while (fresh.has(tag.code)) tag = await freshTag(db)
        fresh.set(tag.code, { ...tag, asset_id: id })
      }
      return { name: 'issue_tags', doc: projectId, args: { tags: [...fresh.values()] }, seen: {} }
    })
  }
  return said
}
