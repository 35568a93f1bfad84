/**
 * A stream that the person may no longer see, or whose history began anew: its base goes, own work stays.
 * Operations on it remain in the outbox; the server parks them, and a person sees them (P9).
 */
import type { PersonDatabase } from '../db/personDatabase'
import { forgetThumbs, keepWorkedOn, keptForNothing } from './leaving'
import type { Base } from './overlay'
import { recompute } from './recompute'

export async function dropStream(db: PersonDatabase, stream: string): Promise<void> {
  await takeAway(db, await db.documents.where('stream').equals(stream).primaryKeys())
  await db.cursors.delete(stream)
}

/** The stream's history began anew: what the old one showed stays on the screen until all is shown again. */
export async function setAside(db: PersonDatabase, stream: string): Promise<void> {
  await db.documents.where('stream').equals(stream).and((row) => row.rev > 0).modify({ old: 1 })
}

/**
 * Every stream was shown to its end: what only an old history showed is not there any more. Under own work it stays,
 * but not where the new history shows nothing of its stream: that is no longer the person's.
 */
export async function sweepOld(db: PersonDatabase): Promise<void> {
  const old = await db.documents.where('old').equals(1).toArray()
  const shown = new Set(await db.cursors.toCollection().primaryKeys())
  const kept = await keepWorkedOn(db, old.filter(({ stream }) => stream !== null && shown.has(stream)).map(({ id }) => id))
  await takeAway(db, old.filter(({ id }) => !kept.has(id)).map(({ id }) => id))
}

/** What had left and stayed under own work goes once that is settled. */
export async function sweepKept(db: PersonDatabase): Promise<void> {
  const ids = await keptForNothing(db)
  await takeAway(db, ids)
  await forgetThumbs(db, ids)
}

/** Everything that the server ever showed; own unsettled work stays. */
export async function wipeBase(db: PersonDatabase): Promise<void> {
  await takeAway(db, await db.documents.filter((row) => row.rev > 0).primaryKeys())
  await db.cursors.clear()
}

async function takeAway(db: PersonDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await recompute(db, [], new Map<string, Base | null>(ids.map((id) => [id, null])))
}
