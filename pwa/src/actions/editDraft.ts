import { v7 } from 'uuid'
import { readMeta } from '../db/meta'
import type { PersonDatabase } from '../db/personDatabase'
import { checkText, MAX_WORDS_CHARACTERS } from '../domain/limits'
import type { DraftItem, DraftItemFields, JsonObject, TemplateDraft } from '../domain/types'
import { act } from '../sync/act'
import { madeRow, type NewEdit } from '../sync/newOperation'
import { changed, subject } from '../sync/subjects'

export type DraftNames = Pick<TemplateDraft, 'key' | 'name_zh' | 'name_en' | 'resign'>

/** An operation holds 128 KiB at most; what is more goes in several. */
const MOST_BYTES = 80_000

/** Change what the checklist is called, or when it asks for new signatures. */
export async function editDraft(id: string, set: Partial<DraftNames>): Promise<void> {
  for (const name of [set.name_zh, set.name_en]) checkText(name ?? null, MAX_WORDS_CHARACTERS)
  await act(async (db) => {
    const { doc } = await subject(db, 'template_draft', id)
    const wished = changed<TemplateDraft>(doc, set)
    return wished === null ? null : { name: 'describe_draft', edits: [{ doc: id, type: 'template_draft', set: wished }] }
  })
}

/** What an item shall be; a part of a list is changed in what stands by then, not in what the screen showed. */
export type ItemEdit = Partial<DraftItemFields> | ((item: DraftItem) => Partial<DraftItemFields>)

/** Change fields of one item; what others change of it meanwhile stays theirs. */
export async function editDraftItem(id: string, edit: ItemEdit): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'draft_item', id)
    const set = typeof edit === 'function' ? edit(doc) : edit
    for (const title of [set.title_zh, set.title_en]) checkText(title ?? null, MAX_WORDS_CHARACTERS)
    for (const text of [set.guidance_zh, set.guidance_en]) checkText(text ?? null)
    const wished = changed<DraftItem>(doc, set)
    return wished === null ? null : { name: 'describe_draft', edits: [{ doc: id, type: 'draft_item', set: wished }] }
  })
}

/** Add items; gives their ids, in the order given. */
export async function addDraftItems(draftId: string, items: readonly DraftItemFields[]): Promise<string[]> {
  const made = items.map((fields) => ({ id: v7(), fields }))
  for (const part of parts(made)) {
    await act(async (db) => {
      const stream = await streamOfAll(db)
      return {
        name: 'describe_draft',
        edits: part.map(({ id, fields }): NewEdit => ({
          doc: id, type: 'draft_item', key: { draft_id: draftId }, set: fields as unknown as JsonObject,
        })),
        rows: part.map(({ id, fields }) => madeRow('draft_item', id, stream, { draft_id: draftId, ...fields })),
      }
    })
  }
  return made.map(({ id }) => id)
}

/** Templates are the organisation's. */
async function streamOfAll(db: PersonDatabase): Promise<string | null> {
  const session = await readMeta(db, 'session')
  return session === null ? null : `org:${session.organisation_id}`
}

function parts<Made>(made: readonly Made[]): Made[][] {
  const found: Made[][] = []
  let room = 0
  for (const one of made) {
    const bytes = new TextEncoder().encode(JSON.stringify(one)).length
    if (bytes > room) {
      found.push([])
      room = MOST_BYTES
    }
    found.at(-1)?.push(one)
    room -= bytes
  }
  return found
}
