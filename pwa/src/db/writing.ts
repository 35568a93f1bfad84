/**
 * Every write goes through here. One transaction, all or nothing; resolves only after the commit.
 * A write at the quota may neither succeed nor fail: silence is a failure.
 */
import Dexie, { type Table } from 'dexie'
import { StorageError } from '../domain/errors'
import { reopen, type PersonDatabase } from './personDatabase'
import { isLostConnection, toStorageError } from './storageErrors'

const WRITE_TIMEOUT_MS = 8_000
/** Hundreds of rows on a slow phone, and nobody's tap waits for them. */
export const SYNC_WRITE_TIMEOUT_MS = 60_000

type TableName = 'meta' | 'documents' | 'outbox' | 'blobs' | 'cursors' | 'drafts'

export async function writing<T>(
  db: PersonDatabase,
  tables: readonly TableName[],
  work: () => Promise<T>,
  timeoutMs = WRITE_TIMEOUT_MS,
): Promise<T> {
  try {
    return await attempt(db, tables, work, timeoutMs)
  } catch (error) {
    if (!isLostConnection(error)) throw toStorageError(error)
  }
  try {
    await reopen(db)
    return await attempt(db, tables, work, timeoutMs)
  } catch (error) {
    throw toStorageError(error)
  }
}

async function attempt<T>(db: PersonDatabase, tables: readonly TableName[], work: () => Promise<T>, timeoutMs: number): Promise<T> {
  let abort: () => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      abort() // or it might still commit after the person was told that it did not
      reject(new StorageError('timeout'))
    }, timeoutMs)
  })
  const handles = tables.map((name) => db.table(name) as Table)
  // `async` is not for show: only in an async scope does Dexie follow the transaction through native `await`s.
  const done = db.transaction('rw', handles, async () => {
    const transaction = Dexie.currentTransaction
    abort = () => {
      transaction.abort()
    }
    return work()
  })
  try {
    return await Promise.race([done, silence])
  } finally {
    clearTimeout(timer)
  }
}
