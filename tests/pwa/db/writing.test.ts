import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PersonDatabase } from '@/db/personDatabase'
import { isLostConnection, toStorageError } from '@/db/storageErrors'
import { writing } from '@/db/writing'

let db: PersonDatabase

beforeEach(() => {
  db = new PersonDatabase('anna', { indexedDB: new IDBFactory(), IDBKeyRange })
})

const draft = { key: 'k', value: 'v', at: '' }
const named = (name: string, inner?: unknown): Error => Object.assign(new Error(name), { name, inner })

describe('a write', () => {
  it('resolves after the commit, with what the work gave', async () => {
    expect(await writing(db, ['drafts'], async () => (await db.drafts.put(draft), 7))).toBe(7)
    expect(await db.drafts.get('k')).toEqual(draft)
  })

  it('that fails halfway leaves nothing', async () => {
    const work = async (): Promise<void> => {
      await db.drafts.put(draft)
      throw new Error('halfway')
    }
    await expect(writing(db, ['drafts'], work)).rejects.toMatchObject({ name: 'StorageError', kind: 'failed' })
    expect(await db.drafts.count()).toBe(0)
  })

  it('that neither succeeds nor fails is a failure, and is taken back', async () => {
    let release: () => void = () => undefined
    const stuck = async (): Promise<void> => {
      await db.drafts.put(draft)
      while (release !== stop) await db.drafts.count() // a transaction that the disk never lets end
    }
    const stop = (): void => undefined
    await expect(writing(db, ['drafts'], stuck, 20)).rejects.toMatchObject({ kind: 'timeout' })
    release = stop
    expect(await db.drafts.count()).toBe(0)
  })

  it('is tried once more on a new connection when the old one has died', async () => {
    await db.open()
    const work = vi.fn(async () => {
      if (work.mock.calls.length === 1) throw named('UnknownError')
      await db.drafts.put(draft)
    })
    await writing(db, ['drafts'], work)
    expect(work).toHaveBeenCalledTimes(2)
    expect(await db.drafts.count()).toBe(1)
  })

  it('is not tried again for ever', async () => {
    const work = vi.fn(() => Promise.reject(named('InvalidStateError')))
    await expect(writing(db, ['drafts'], work)).rejects.toMatchObject({ kind: 'closed' })
    expect(work).toHaveBeenCalledTimes(2)
  })
})

describe('what went wrong', () => {
  it('is a full disk also when it hides inside an aborted transaction', () => {
    expect(toStorageError(named('AbortError', named('QuotaExceededError')))).toMatchObject({ kind: 'full' })
  })

  it('is a lost connection only by its name', () => {
    expect(isLostConnection(named('AbortError', named('UnknownError')))).toBe(true)
    expect(isLostConnection(named('ConstraintError'))).toBe(false)
    expect(isLostConnection('a text')).toBe(false)
  })
})
