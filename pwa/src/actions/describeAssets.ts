import { MAX_CODE_CHARACTERS, MAX_WORDS_CHARACTERS, checkText } from '../domain/limits'
import type { Asset } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

/** As many as fit into one operation, whatever is written of each. */
const AT_ONCE = 150
export type AssetFacts = Partial<Omit<Asset, 'id'>>
/** What stood before, by asset: what `restoreAssets` writes back. */
export type FactsBefore = ReadonlyMap<string, AssetFacts>

/** Write the same facts to many assets; gives what stood there, of those that changed. */
export async function describeAssets(ids: readonly string[], set: AssetFacts): Promise<FactsBefore> {
  return write(new Map(ids.map((id) => [id, set])))
}

/** Undo of `describeAssets`. */
export async function restoreAssets(before: FactsBefore): Promise<void> {
  await write(before)
}

async function write(wished: FactsBefore): Promise<FactsBefore> {
  const before = new Map<string, AssetFacts>()
  const all = [...wished]
  for (let start = 0; start < all.length; start += AT_ONCE) {
    await act(async (db) => {
      const edits = await Promise.all(all.slice(start, start + AT_ONCE).map(async ([id, set]) => {
        checkText(set.code ?? null, MAX_CODE_CHARACTERS)
        for (const text of [set.name_zh, set.name_en, set.brand, set.model, set.serial, set.position]) checkText(text ?? null, MAX_WORDS_CHARACTERS)
        const { doc } = await subject(db, 'asset', id)
        const differs = changed<AssetFacts>(doc, set)
        if (differs === null) return null
        before.set(id, Object.fromEntries(Object.keys(differs).map((name) => [name, doc[name as keyof Asset]])))
        return { doc: id, type: 'asset' as const, set: differs }
      }))
      const some = edits.filter((edit) => edit !== null)
      return some.length === 0 ? null : { name: 'describe_asset', edits: some }
    })
  }
  return before
}
