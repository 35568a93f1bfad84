import { v7 } from 'uuid'
import { checkText, checkTexts, MAX_CODE_CHARACTERS, MAX_WORDS_CHARACTERS } from '../domain/limits'
import type { Asset } from '../domain/types'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { changed } from '../sync/subjects'

export type AssetForm = Omit<Asset, 'id' | 'photo_hash'>
const EMPTY: AssetForm = {
  kind: 'device', category: 'server', code: '', name_zh: '', name_en: '', brand: null, model: null, serial: null, place_id: null, position: null,
  warranty_until: null, importance: 'normal', end_a_id: null, end_b_id: null, installed_on: null, state: 'in_use', note: null,
}

/** Write down an asset that is new to the project; gives its id. */
export async function addAsset(projectId: string, form: AssetForm): Promise<string> {
  const id = v7()
  const { note, ...words } = form
  checkTexts(words, MAX_WORDS_CHARACTERS)
  checkText(form.code, MAX_CODE_CHARACTERS)
  checkText(note)
  await act(() => Promise.resolve({
    name: 'describe_asset',
    edits: [{
      doc: id, type: 'asset', key: { project_id: projectId },
      set: { kind: form.kind, category: form.category, importance: form.importance, ...changed<AssetForm>(EMPTY, form) },
    }],
    rows: [madeRow('asset', id, `project:${projectId}`, { ...EMPTY, photo_hash: null })],
  }))
  return id
}
