/**
 * Stores the view of documents anew after their base or the operations over them changed.
 * Runs inside the caller's transaction (documents, outbox): a view is never older than what it is made of.
 */
import type { PersonDatabase } from '../db/personDatabase'
import type { DocumentRow, OutboxEntry } from '../db/rows'
import { foldParents } from './foldParents'
import { type Base, baseOf, overlay } from './overlay'

/** `bases`: documents whose base changes now; null takes the base away (gone, dropped, new incarnation). */
export async function recompute(
  db: PersonDatabase, ids: Iterable<string>, bases: ReadonlyMap<string, Base | null> = new Map(),
): Promise<void> {
  const wanted = [...new Set([...ids, ...bases.keys()])]
  const [rows, entries] = await Promise.all([db.documents.bulkGet(wanted), pendingOn(db, wanted)])
  const views = wanted.map((id, k) => {
    const base = bases.get(id)
    return overlay(id, base === undefined ? baseOf(rows[k]) : base, entries.get(id) ?? [])
  })
  await db.documents.bulkPut(views.filter((view): view is DocumentRow => view !== null))
  await db.documents.bulkDelete(wanted.filter((_, k) => views[k] === null && rows[k] !== undefined))
  await foldParents(db, views.filter((view): view is DocumentRow => view !== null && view.pending > 0))
}

/** Unreflected entries by document, each list in the order in which they were written. */
async function pendingOn(db: PersonDatabase, ids: readonly string[]): Promise<Map<string, OutboxEntry[]>> {
  const found = await entriesOn(db, ids.length > FEW ? await thosePending(db, ids) : ids)
  const byDocument = new Map<string, OutboxEntry[]>()
  for (const entry of found.sort((a, b) => a.n - b.n)) {
    for (const id of entry.pending_docs) {
      const list = byDocument.get(id)
      if (list === undefined) byDocument.set(id, [entry])
      else list.push(entry)
    }
  }
  return byDocument
}

const FEW = 20

/** A tap asks by key, whatever else waits; a page of hundreds of documents first asks which of them are concerned. */
async function thosePending(db: PersonDatabase, ids: readonly string[]): Promise<string[]> {
  const pending = new Set(await db.outbox.orderBy('pending_docs').uniqueKeys())
  return ids.filter((id) => pending.has(id))
}

async function entriesOn(db: PersonDatabase, ids: readonly string[]): Promise<OutboxEntry[]> {
  const lists = await Promise.all(ids.map((id) => db.outbox.where('pending_docs').equals(id).toArray()))
  return [...new Map(lists.flat().map((entry) => [entry.op, entry])).values()]
}
