/**
 * The few values that belong to the phone and not to one person. In IndexedDB with strict durability, because
 * localStorage reaches the disk only seconds later: a browser killed meanwhile would have forgotten who is signed in,
 * who signed out, or that the phone is in the client's hands.
 */
import Dexie, { type Table } from 'dexie'
import { patiently } from './patiently'
import { isLostConnection } from './storageErrors'

type Key = 'person' | 'names' | 'client_lock'
interface KeptRow { readonly key: Key; readonly value: string }

class PhoneDatabase extends Dexie {
  readonly kept!: Table<KeptRow, Key>

  constructor() {
    super('roundsman', { chromeTransactionDurability: 'strict', cache: 'disabled' })
    this.version(1).stores({ kept: 'key' })
  }
}

let opened: PhoneDatabase | null = null

async function onDisk<T>(work: (db: PhoneDatabase) => PromiseLike<T>): Promise<T> {
  const db = (opened ??= new PhoneDatabase())
  return patiently(db, () => work(db))
}

/** null where nothing was kept, or where the browser keeps nothing at all. Rejects when the disk does not answer. */
export async function readKept(key: Key): Promise<string | null> {
  const row = await onDisk(({ kept }) => kept.get(key)).catch((error: unknown) => {
    if (isLostConnection(error)) throw error
  })
  return row?.value ?? null
}

/** Rejects when it did not reach the disk. */
export async function keep(key: Key, value: string): Promise<void> {
  await onDisk(({ kept }) => kept.put({ key, value }))
}

/** Several values that belong together, all or none, made from the one that stands. Rejects when they did not reach the disk. */
export async function keepTogether(read: Key, change: (value: string | null) => readonly KeptRow[]): Promise<void> {
  await onDisk((db) => db.transaction('rw', db.kept, async () => {
    const row = await db.kept.get(read)
    await db.kept.bulkPut(change(row?.value ?? null))
  }))
}

export async function forget(key: Key): Promise<void> {
  await onDisk(({ kept }) => kept.delete(key))
}
