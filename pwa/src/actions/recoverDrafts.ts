/**
 * Words that were on disk but not yet an operation when the browser died: the screen had said "saved", so they count.
 * Runs when the phone's database opens. What would void a signature, or belongs to a round that was handed in, stays a
 * draft and shows in its field; a number without its OK stays one too ("3" on the way to "31.8").
 */
import { documentsOf, getDocument } from '../db/documents'
import type { AnswerFields, Markup, Round } from '../domain/types'
import type { DraftRow } from '../db/rows'
import { requirePhone } from '../sync/currentPhone'
import { answerItem } from './answerItem'
import { clearDraft } from './clearDraft'
import { markPhoto } from './markPhoto'
import { withdrawPhoto } from './withdrawPhoto'
import { writeForm } from './writeForm'

const ANSWER_TEXTS: readonly string[] = ['seen', 'indication', 'actual', 'remark', 'na_reason', 'unmeasurable_reason', 'overrule_reason'] satisfies (keyof AnswerFields)[]
const FORM_BOXES: readonly string[] = ['problem', 'solution', 'cause', 'equipment', 'suggestion', 'remark'] satisfies (keyof Round)[]

export async function recoverDrafts(): Promise<void> {
  for (const draft of await requirePhone().db.drafts.toArray()) {
    if (await becomesOperation(draft)) await clearDraft(draft.key)
  }
}

async function becomesOperation({ key, value }: DraftRow): Promise<boolean> {
  const [kind = '', id = '', field = ''] = key.split('/')
  if (kind === 'markup') return Array.isArray(value) && drawing(id, value as unknown as Markup['marks'])
  if (typeof value !== 'string') return false
  if (kind === 'withdraw') return withdrawn(id, value)
  const text = value === '' ? null : value
  if (kind === 'answer' && ANSWER_TEXTS.includes(field)) return answered(id, { [field]: text })
  if (kind === 'form' && FORM_BOXES.includes(field)) return written(id, { [field]: text })
  return false
}

async function answered(id: string, set: Partial<AnswerFields>): Promise<boolean> {
  const answer = await getDocument(requirePhone().db, 'answer', id)
  if (answer === null || !(await mayChange(answer.round_id))) return false
  await answerItem(answer.round_id, answer, set)
  return true
}

async function written(roundId: string, set: Parameters<typeof writeForm>[1]): Promise<boolean> {
  if (!(await mayChange(roundId))) return false
  await writeForm(roundId, set)
  return true
}

async function drawing(id: string, marks: Markup['marks']): Promise<boolean> {
  const photo = await getDocument(requirePhone().db, 'photo', id)
  if (photo === null || (photo.round_id !== null && !(await mayChange(photo.round_id)))) return false
  await markPhoto(photo, marks.length === 0 ? null : { width: photo.width, height: photo.height, marks })
  return true
}

async function withdrawn(id: string, reason: string): Promise<boolean> {
  const photo = await getDocument(requirePhone().db, 'photo', id)
  if (photo !== null) await withdrawPhoto(photo, reason)
  return true
}

/** Still in the engineer's hands, and no signature would fall that nobody was asked about. */
async function mayChange(roundId: string): Promise<boolean> {
  const { db } = requirePhone()
  const round = await getDocument(db, 'round', roundId)
  if (round === null || round.state === 'submitted' || round.state === 'sealed') return false
  const template = await getDocument(db, 'template', round.template_id)
  const signed = (await documentsOf(db, 'signed_copy', 'round_id', roundId)).length > 0
  return !signed || template?.resign !== 'always'
}
