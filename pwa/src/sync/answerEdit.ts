/** Answers of one round as one operation; each row has its natural key, so two phones make the same one. */
import type { PersonDatabase } from '../db/personDatabase'
import type { PredictedRow } from '../db/rows'
import type { CellKey, JsonObject } from '../domain/types'
import { answerId } from '../rules/ids'
import { type Identity, madeRow, type NewEditOperation } from './newOperation'
import { subject } from './subjects'

export interface AnswerChange { readonly cell: CellKey; readonly set: JsonObject }

export async function answerEdit(
  db: PersonDatabase, { at, by }: Identity, roundId: string, changes: readonly AnswerChange[],
): Promise<NewEditOperation> {
  const { stream } = await subject(db, 'round', roundId)
  const named = changes.map(({ cell, set }) => ({ cell, set, doc: answerId(roundId, cell.asset_id, cell.check_key) }))
  return {
    name: 'answer_item',
    round_id: roundId,
    edits: named.map(({ cell, set, doc }) => ({
      doc, type: 'answer', key: { round_id: roundId, asset_id: cell.asset_id, check_key: cell.check_key }, set,
    })),
    rows: named.map(({ cell, doc }) => emptyAnswer(doc, stream, roundId, cell)),
    patches: named.map(({ doc }) => ({ doc, set: { answered_at: at, answered_by: by } })),
  }
}

/** The ground for the first edits of an answer that the server has not shown yet. */
function emptyAnswer(id: string, stream: string | null, round_id: string, { asset_id, check_key }: CellKey): PredictedRow {
  return madeRow('answer', id, stream, {
    round_id, asset_id, check_key,
    value: null, severity: null, reading: null, seen: null, indication: null, actual: null, remark: null,
    na_reason: null, unmeasurable_reason: null, overrule_reason: null, separate_ticket: null,
    chosen: null, text: null, fixed_on_site: null, same_as_last: null,
    answered_at: null, answered_by: null,
  })
}
