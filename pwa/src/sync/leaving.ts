/**
 * What leaves the feed leaves the phone, but not from under own work: its round or ticket is kept whole until that is
 * settled, so that the screen shows what was worked on (docs/protocol.md, "Retirement").
 */
import { entriesIn } from '../db/outbox'
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow } from '../db/rows'

/** Marks of rows that are not in the feed: under own work, or fetched to be looked at. */
export const KEPT_FOR_WORK = 2
export const LOOKED_AT = 3

/** Of these documents those under unsettled work are marked and stay; gives their ids. */
export async function keepWorkedOn(db: PersonDatabase, ids: readonly string[]): Promise<Set<string>> {
  const isWorkedOn = ids.length === 0 ? () => false : await workedOn(db)
  const rows = (await db.documents.bulkGet([...ids])).filter((row) => row !== undefined && row.rev > 0 && isWorkedOn(row))
  const kept = rows.flatMap((row) => (row === undefined ? [] : [row.id]))
  if (kept.length > 0) await db.documents.where('id').anyOf(kept).modify({ old: KEPT_FOR_WORK })
  return new Set(kept)
}

/** What was kept only for work that is settled now. */
export async function keptForNothing(db: PersonDatabase): Promise<string[]> {
  const rows = await db.documents.where('old').equals(KEPT_FOR_WORK).toArray()
  if (rows.length === 0) return []
  const isWorkedOn = await workedOn(db)
  return rows.filter((row) => !isWorkedOn(row)).map((row) => row.id)
}

/** Small pictures of photos that are not on this phone any more; bytes that are not safe elsewhere stay. */
export async function forgetThumbs(db: PersonDatabase, photoIds: readonly string[]): Promise<void> {
  const rows = await db.documents.bulkGet([...photoIds])
  const gone = photoIds.filter((_, k) => rows[k] === undefined)
  await db.blobs.where('photo_id').anyOf(gone).and(({ state, blob }) => state === 'verified' && blob === null).delete()
}

async function workedOn(db: PersonDatabase): Promise<(row: DocumentRow) => boolean> {
  const entries = [...(await entriesIn(db, 'queued')), ...(await entriesIn(db, 'acknowledged'))]
  const roots = new Set(entries.flatMap(({ round_id, ticket_id, docs }) => [round_id, ticket_id, ...docs]))
  return ({ id, round_id, ticket_id }) => [id, round_id, ticket_id].some((one) => one !== null && roots.has(one))
}
