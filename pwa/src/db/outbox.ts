/** Reading the outbox by the state of its entries. */
import Dexie from 'dexie'
import type { PersonDatabase } from './personDatabase'
import type { EntryState, OutboxEntry } from './rows'

const ANY = [Dexie.minKey, Dexie.maxKey] as const

/** What is to be offered to the server, in the order of its numbers. */
export function entriesToSend(db: PersonDatabase, limit?: number): Promise<OutboxEntry[]> {
  const all = db.outbox.where('[to_send+n]').between([1, ANY[0]], [1, ANY[1]])
  return (limit === undefined ? all : all.limit(limit)).toArray()
}

export function countToSend(db: PersonDatabase): Promise<number> {
  return db.outbox.where('[to_send+n]').between([1, ANY[0]], [1, ANY[1]]).count()
}

export function entriesIn(db: PersonDatabase, state: EntryState, acknowledgedBefore?: string): Promise<OutboxEntry[]> {
  const upper = acknowledgedBefore ?? ANY[1]
  return db.outbox.where('[state+acknowledged_at]').between([state, ANY[0]], [state, upper]).toArray()
}

export function entriesInOrder(db: PersonDatabase): Promise<OutboxEntry[]> {
  return db.outbox.orderBy('n').toArray()
}
