import { v7 } from 'uuid'
import type { CalendarDay, JsonObject } from '../domain/types'
import { act } from '../sync/act'
import { madeRow, type NewEdit } from '../sync/newOperation'
import { subject } from '../sync/subjects'

export type CalendarDayFields = Omit<CalendarDay, 'id' | 'removed_at'>

/** Put days into the project's calendar, all in one operation: a year's holidays are there whole or not at all. */
export async function addCalendarDays(projectId: string, days: readonly CalendarDayFields[]): Promise<void> {
  if (days.length === 0) return
  const made = days.map((fields) => ({ id: v7(), fields }))
  await act(async () => ({
    name: 'describe_calendar_day',
    edits: made.map(({ id, fields }): NewEdit => ({ doc: id, type: 'calendar_day', key: { project_id: projectId }, set: { ...fields } as JsonObject })),
    rows: made.map(({ id, fields }) => madeRow('calendar_day', id, `project:${projectId}`, { ...fields, removed_at: null })),
  }))
}

/** Take a day out, or put it back (null). */
export async function removeCalendarDay(day: Pick<CalendarDay, 'id'>, removed: boolean): Promise<void> {
  await act(async (db, { at }) => {
    const { doc } = await subject(db, 'calendar_day', day.id)
    return { name: 'describe_calendar_day', edits: [{ doc: doc.id, type: 'calendar_day', set: { removed_at: removed ? at : null } }] }
  })
}
