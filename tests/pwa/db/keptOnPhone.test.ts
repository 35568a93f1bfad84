/** Who is signed in, read from a disk that a killed browser left: refused for a moment, or stopped anywhere in between. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/actions/signIn'
import { keep } from '@/db/keptOnPhone'
import { forgetLastPerson, knownPersonIds, lastPersonId } from '@/db/lastPerson'
import { readMeta } from '@/db/meta'
import { PersonDatabase } from '@/db/personDatabase'
import { closePhone } from '@/sync/currentPhone'
import { fetchOf } from '../support/fakeFetch'
import { makeServer } from '../support/world'

beforeEach(async () => {
  vi.stubGlobal('fetch', fetchOf(makeServer()))
  await onlyBoWasHere()
})
afterEach(async () => {
  closePhone()
  vi.restoreAllMocks()
  await new PersonDatabase('anna').delete()
})

async function onlyBoWasHere(): Promise<void> {
  await forgetLastPerson()
  await keep('names', JSON.stringify({ bo: 'bo' }))
}

describe('a browser that starts while its killed predecessor still holds the disk', () => {
  /** What Chromium says then. */
  function refusesFor(ms: number): void {
    const real = IDBFactory.prototype.open
    const until = Date.now() + ms
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(function (this: IDBFactory, ...asked) {
      if (Date.now() < until) throw new DOMException('Internal error opening backing store', 'UnknownError')
      return real.apply(this, asked)
    })
  }

  /** The modules of a new process: nothing is open yet. */
  async function starts() {
    vi.resetModules()
    return { ...(await import('@/sync/currentPhone')), ...(await import('@/db/lastPerson')) }
  }

  it.each([20, 500])('refused for %i ms, asks nobody to sign in again', async (ms) => {
    await signIn('anna', 'right')
    closePhone()
    const phone = await starts()
    refusesFor(ms)
    await phone.reopenLastPhone()
    expect(phone.currentSession.value?.person.id).toBe('anna')
    phone.closePhone()
  })

  it.each([20, 500])('refused for %i ms, forgets nobody who worked here before', async (ms) => {
    const phone = await starts()
    refusesFor(ms)
    await phone.rememberPerson('anna', 'anna')
    expect(await phone.knownPersonIds()).toEqual(['bo', 'anna'])
    expect(await phone.lastPersonId()).toBe('anna')
  })

  it('refused for good, it asks, and has forgotten nothing when it starts again', async () => {
    await signIn('anna', 'right')
    closePhone()
    const phone = await starts()
    refusesFor(Number.POSITIVE_INFINITY)
    await expect(phone.reopenLastPhone()).rejects.toThrow()
    vi.restoreAllMocks()
    const later = await starts()
    await later.reopenLastPhone()
    expect(later.currentSession.value?.person.id).toBe('anna')
    later.closePhone()
  }, 20_000)
})

describe('a phone that is killed while somebody signs in', () => {
  /** The k-th thing that is asked of the disk, and all after it, never happens. Says whether it came to that. */
  async function killedAt(k: number): Promise<boolean> {
    let asked = 0
    const dies = (): void => {
      if (++asked >= k) throw new DOMException('the process is gone', 'AbortError')
    }
    const { put, get } = IDBObjectStore.prototype
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...row) {
      dies()
      return put.apply(this, row)
    })
    vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (this: IDBObjectStore, ...key) {
      dies()
      return get.apply(this, key)
    })
    await signIn('anna', 'right').catch(() => undefined)
    closePhone()
    vi.restoreAllMocks()
    return asked >= k
  }

  it('knows afterwards who is there, wholly or not at all, and everybody before', async () => {
    let k = 1
    for (; await killedAt(k); k += 1) {
      const last = await lastPersonId()
      const db = new PersonDatabase('anna')
      expect(await knownPersonIds()).toEqual(last === null ? ['bo'] : ['bo', 'anna'])
      if (last !== null) expect(await readMeta(db, 'session')).toMatchObject({ person: { id: 'anna' } })
      await db.delete()
      await onlyBoWasHere()
    }
    expect(k).toBeGreaterThan(3)
    expect(await lastPersonId()).toBe('anna')
  })
})
