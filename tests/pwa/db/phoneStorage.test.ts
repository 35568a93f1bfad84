import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetLastPerson, lastPersonId, personIdOf, rememberPerson } from '@/db/lastPerson'
import { protectStorage, refuseWithoutSpace, storageSpace } from '@/db/storageSpace'
import { toInstant } from '@/domain/instant'

afterEach(() => void vi.unstubAllGlobals())

describe('who worked here last', () => {
  const said = () => Promise.all([lastPersonId(), personIdOf('anna'), personIdOf('bo'), personIdOf('chen')])

  it('is remembered with the way back of everybody before', async () => {
    await rememberPerson('p1', 'anna')
    await rememberPerson('p2', 'bo')
    expect(await said()).toEqual(['p2', 'p1', 'p2', null])
    await forgetLastPerson()
    expect(await said()).toEqual([null, 'p1', 'p2', null])
  })

  it('is nobody where the browser keeps nothing, and that is no error', async () => {
    await rememberPerson('p1', 'anna')
    const denied = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(await said()).toEqual([null, null, null, null])
    denied.mockRestore()
    await forgetLastPerson()
  })
})

describe('space on this phone', () => {
  const storage = (over: object): void => vi.stubGlobal('navigator', { storage: over }) as unknown as void

  it('is what the browser estimates', async () => {
    storage({ estimate: () => Promise.resolve({ quota: 100, usage: 30 }), persisted: () => Promise.resolve(true) })
    expect(await storageSpace()).toEqual({ free_bytes: 70, protected: true })
  })

  it('is unknown where the browser does not say, and unknown stops nobody', async () => {
    vi.stubGlobal('navigator', {})
    expect(await storageSpace()).toEqual({ free_bytes: null, protected: null })
    await expect(refuseWithoutSpace()).resolves.toBeUndefined()
    expect(await protectStorage()).toBeNull()
  })

  it('is refused by name below 50 MB', async () => {
    storage({ estimate: () => Promise.resolve({ quota: 60e6, usage: 30e6 }) })
    await expect(refuseWithoutSpace()).rejects.toMatchObject({ name: 'StorageError', kind: 'full' })
  })
})

describe('the phone\'s own time', () => {
  it('goes out with its offset from UTC', () => {
    expect(toInstant(Date.parse('2026-11-22T07:04:05.123Z'))).toMatch(/^2026-11-22T\d\d:\d\d:05\.123[+-]\d\d:\d\d$/)
    expect(Date.parse(toInstant(1_790_000_000_123))).toBe(1_790_000_000_123)
  })
})
