import { v7 } from 'uuid'
import { checkText, MAX_REASON_CHARACTERS } from '../domain/limits'
import type { JsonObject, Shift } from '../domain/types'
import { act } from '../sync/act'
import { madeRow, type NewEdit } from '../sync/newOperation'
import { changed, subject } from '../sync/subjects'

export type ShiftFields = Omit<Shift, 'id' | 'cancelled_at'>

/** Put people on duty, all in one operation: a week that is repeated is there whole or not at all. */
export async function planShifts(projectId: string, shifts: readonly ShiftFields[]): Promise<void> {
  for (const { note } of shifts) checkText(note, MAX_REASON_CHARACTERS)
  if (shifts.length === 0) return
  const made = shifts.map((fields) => ({ id: v7(), fields }))
  await act(async () => ({
    name: 'plan_shift',
    edits: made.map(({ id, fields }): NewEdit => ({ doc: id, type: 'shift', key: { project_id: projectId }, set: { ...fields } as JsonObject })),
    rows: made.map(({ id, fields }) => madeRow('shift', id, `project:${projectId}`, { ...fields, cancelled_at: null })),
  }))
}

/** Change what differs: hours, who, which duty. */
export async function changeShift(shift: Pick<Shift, 'id'>, set: Partial<ShiftFields>): Promise<void> {
  checkText(set.note ?? null, MAX_REASON_CHARACTERS)
  await act(async (db) => {
    const { doc } = await subject(db, 'shift', shift.id)
    const wished = changed<Partial<Shift>>(doc, set)
    return wished === null ? null : { name: 'plan_shift', edits: [{ doc: doc.id, type: 'shift', set: wished }] }
  })
}

/** Two people change places. */
export async function swapShifts(one: Pick<Shift, 'id'>, other: Pick<Shift, 'id'>): Promise<void> {
  await act(async (db) => {
    const pair = [(await subject(db, 'shift', one.id)).doc, (await subject(db, 'shift', other.id)).doc] as const
    if (pair[0].person_id === pair[1].person_id) return null
    return {
      name: 'plan_shift',
      edits: [
        { doc: pair[0].id, type: 'shift', set: { person_id: pair[1].person_id } },
        { doc: pair[1].id, type: 'shift', set: { person_id: pair[0].person_id } },
      ],
    }
  })
}

/** Nobody is on duty by it any more; it is kept. */
export async function cancelShift(shift: Pick<Shift, 'id'>): Promise<void> {
  await act(async (db, { at }) => {
    const { doc } = await subject(db, 'shift', shift.id)
    if (doc.cancelled_at !== null) return null
    return { name: 'cancel_shift', doc: doc.id, args: {}, patches: [{ doc: doc.id, set: { cancelled_at: at } }] }
  })
}
