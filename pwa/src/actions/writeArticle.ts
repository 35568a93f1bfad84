import { v7 } from 'uuid'
import type { PersonDatabase } from '../db/personDatabase'
import { getDocument } from '../db/documents'
import { readMeta } from '../db/meta'
import { InvalidInput } from '../domain/errors'
import { checkText, MAX_WORDS_CHARACTERS } from '../domain/limits'
import type { Article } from '../domain/types'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { changed } from '../sync/subjects'

export type ArticleText = Omit<Article, 'id' | 'helped'>

/** Write an article, or correct one that is there (`id`); gives its id. `ticketId`: the solved ticket that it was learnt from. */
export async function writeArticle(id: string | null, text: ArticleText, ticketId: string | null = null): Promise<string> {
  checkText(text.title_zh, MAX_WORDS_CHARACTERS)
  checkText(text.title_en, MAX_WORDS_CHARACTERS)
  for (const part of [text.symptom, text.cause, text.solution]) checkText(part)
  if (text.title_zh === '') throw new InvalidInput('not_allowed')
  const doc = id ?? v7()
  await act(async (db) => {
    const standing = id === null ? null : await getDocument(db, 'article', id)
    const set = changed<ArticleText>(standing, text)
    if (set === null) return null
    const edit = { doc, type: 'article' as const, set }
    if (standing !== null) return { name: 'write_article', edits: [edit] }
    const empty = { category: null, kind: null, title_zh: '', title_en: null, symptom: null, cause: null, solution: null, helped: 0 }
    return {
      name: 'write_article',
      edits: [{ ...edit, key: ticketId === null ? {} : { ticket_id: ticketId } }],
      rows: [madeRow('article', doc, await streamOfAll(db), empty)],
    }
  })
  return doc
}

/** Knowledge is the organisation's. */
async function streamOfAll(db: PersonDatabase): Promise<string | null> {
  const session = await readMeta(db, 'session')
  return session === null ? null : `org:${session.organisation_id}`
}
