/**
 * The few values that belong to the phone and not to one person. In IndexedDB with strict durability, because
 * localStorage reaches the disk only seconds later: a browser killed meanwhile would have forgotten who is signed in,
 * who signed out, or that the phone is in the client's hands.
 */
import Dexie, { type Table } from 'dexie'
import { reopen } from './personDatabase'

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

/** Once more on a new connection: systems close old ones under memory pressure. */
async function onDisk<T>(work: (table: PhoneDatabase['kept']) => PromiseLike<T>): Promise<T> {
  const db = (opened ??= new PhoneDatabase())
  try {
    return await work(db.kept)
  } catch {
    await reopen(db)
    return work(db.kept)
  }
}

/** null where nothing was kept, or where the browser keeps nothing at all. */
export async function readKept(key: Key): Promise<string | null> {
  const row = await onDisk((kept) => kept.get(key)).catch(() => undefined)
  return row?.value ?? null
}

/** Rejects when it did not reach the disk. */
export async function keep(key: Key, value: string): Promise<void> {
  await onDisk((kept) => kept.put({ key, value }))
}

export async function forget(key: Key): Promise<void> {
  await onDisk((kept) => kept.delete(key))
}
