import { asDocument } from '../db/documents'
import { checkTexts } from '../domain/limits'
import type { AnswerFields, CellKey } from '../domain/types'
import { answerId } from '../rules/ids'
import { act } from '../sync/act'
import { answerEdit } from '../sync/answerEdit'
import { changed } from '../sync/subjects'

/** Save one answer and queue it for the server. Same path with and without a network. Equal fields write nothing. */
export async function answerItem(roundId: string, cell: CellKey, set: Partial<AnswerFields>): Promise<void> {
  await act(async (db, identity) => {
    const row = await db.documents.get(answerId(roundId, cell.asset_id, cell.check_key))
    const wished = changed(row === undefined ? null : asDocument<'answer'>(row), set)
    if (wished === null) return null
    checkTexts(wished)
    return answerEdit(db, identity, roundId, [{ cell, set: wished }])
  })
}
