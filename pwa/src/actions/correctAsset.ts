import { checkText, checkTexts, MAX_CODE_CHARACTERS, MAX_WORDS_CHARACTERS } from '../domain/limits'
import type { Asset } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

/** Correct what is written about an asset. */
export async function correctAsset(asset: Pick<Asset, 'id'>, set: Partial<Omit<Asset, 'id'>>): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'asset', asset.id)
    const wished = changed<Partial<Asset>>(doc, set)
    if (wished === null) return null
    checkTexts(wished, MAX_WORDS_CHARACTERS)
    checkText(set.code ?? null, MAX_CODE_CHARACTERS)
    return { name: 'describe_asset', edits: [{ doc: doc.id, type: 'asset', set: wished }] }
  })
}
