import { getDocument } from '../db/documents'
import type { ItemCell } from '../domain/types'
import { mayBeSetNormal } from '../rules/allNormal'
import { act } from '../sync/act'
import { answerEdit } from '../sync/answerEdit'

export interface AllNormal { readonly count: number; readonly undo: () => Promise<void> }

/**
 * Answer every judgement that has no answer with normal; readings are never filled in (they would become fiction),
 * nor is what has an open ticket (somebody found it faulty, so somebody has to look at it) or asks for a photo.
 * Undo takes back only what this wrote and nobody has changed since.
 */
export async function setAllNormal(roundId: string, cells: readonly ItemCell[]): Promise<AllNormal> {
  const written: ItemCell[] = []
  const op = await act(async (db, identity) => {
    written.length = 0 // the transaction may be tried twice
    for (const cell of cells) {
      if (!mayBeSetNormal(cell)) continue
      const answer = await getDocument(db, 'answer', cell.answer_id)
      if ((answer?.value ?? null) === null) written.push(cell)
    }
    if (written.length === 0) return null
    return answerEdit(db, identity, roundId, written.map((cell) => ({ cell: keyOf(cell), set: { value: 'normal' } })))
  })
  return { count: written.length, undo: () => undo(roundId, written, op) }
}

async function undo(roundId: string, written: readonly ItemCell[], op: string | null): Promise<void> {
  await act(async (db, identity) => {
    const rows = await db.documents.bulkGet(written.map((cell) => cell.answer_id))
    const own = written.filter((_, k) => rows[k]?.writers['value']?.join() === op)
    if (own.length === 0) return null
    return answerEdit(db, identity, roundId, own.map((cell) => ({ cell: keyOf(cell), set: { value: null } })))
  })
}

const keyOf = (cell: ItemCell): { asset_id: string | null; check_key: string } => ({
  asset_id: cell.asset?.id ?? null, check_key: cell.item.check_key,
})
