import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signIn } from '@/actions/signIn'
import { signOut } from '@/actions/signOut'
import { answerItem } from '@/actions/answerItem'
import { forgetLastPerson, lastPersonId } from '@/db/lastPerson'
import { waitingHere } from '@/db/waitingHere'
import { PersonDatabase } from '@/db/personDatabase'
import { phoneState } from '@/db/meta'
import { closePhone, currentPhone, currentSession, reopenLastPhone, requirePhone, syncState } from '@/sync/currentPhone'
import type { FakeServer } from '../support/fakeServer'
import { fetchOf } from '../support/fakeFetch'
import { makeServer, ROUND } from '../support/world'

let server: FakeServer
const LAMP = { asset_id: 'a1', check_key: 'lamp' }

beforeEach(() => {
  server = makeServer()
  vi.stubGlobal('fetch', fetchOf(server))
})
afterEach(async () => {
  closePhone()
  for (const person of ['anna', 'bo']) await new PersonDatabase(person).delete()
  await forgetLastPerson()
})

const isSynced = (): Promise<void> => vi.waitFor(() => {
  expect(syncState.value).toMatchObject({ phase: 'idle', trouble: null })
  expect(syncState.value.passes).toBeGreaterThan(0)
})

describe('signing in', () => {
  it('opens a database of one\'s own and fills it', async () => {
    expect(await signIn('anna', 'right')).toMatchObject({ id: 'anna' })
    await isSynced()
    expect(requirePhone().db.name).toBe('roundsman-anna')
    expect(await requirePhone().db.documents.count()).toBe(server.docs.size)
    expect(currentSession.value?.grants).toEqual([{ project_id: 'p1', roles: ['engineer'] }])
  })

  it('with a wrong password changes nothing', async () => {
    await expect(signIn('anna', 'wrong')).rejects.toMatchObject({ code: 'wrong_password' })
    expect(currentPhone.value).toBeNull()
    expect(await lastPersonId()).toBeNull()
  })

  it('again is the same device, and goes on with the same numbers', async () => {
    await signIn('anna', 'right')
    await isSynced()
    await answerItem(ROUND, LAMP, { value: 'normal' })
    await vi.waitFor(() => expect(server.ops.size).toBe(1))
    const { device } = await phoneState(requirePhone().db)
    await signOut({ force: true })
    await signIn('anna', 'right')
    expect(await phoneState(requirePhone().db)).toMatchObject({ device, next_n: 2 })
  })

  it('as somebody else shows and sends nothing of the first person\'s', async () => {
    await signIn('anna', 'right')
    await isSynced()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    await answerItem(ROUND, LAMP, { value: 'normal' })
    await signOut({ force: true })
    vi.stubGlobal('fetch', fetchOf(server))
    await signIn('bo', 'right')
    await isSynced()
    expect(await requirePhone().db.outbox.count()).toBe(0)
    expect(server.ops.size).toBe(0)
    expect(await waitingHere('bo')).toMatchObject([{ person_id: 'anna', name: 'anna', rounds: 1, operations: 1, photos: 0 }])
    expect(await waitingHere('anna')).toEqual([])
    await signIn('anna', 'right')
    await vi.waitFor(() => expect(server.ops.size).toBe(1))
    await vi.waitFor(async () => expect(await waitingHere('bo')).toEqual([]))
  })
})

describe('a session that ended while work was waiting', () => {
  it('leaves everything where it is, and the work goes out after signing in', async () => {
    await signIn('anna', 'right')
    await isSynced()
    vi.stubGlobal('fetch', fetchOf(server, { ended: true }))
    await answerItem(ROUND, LAMP, { value: 'abnormal' })
    await vi.waitFor(() => expect(syncState.value.trouble).toBe('sign_in'))
    expect(await requirePhone().db.outbox.count()).toBe(1)
    vi.stubGlobal('fetch', fetchOf(server))
    await signIn('anna', 'right')
    await vi.waitFor(() => expect(server.ops.size).toBe(1))
  })
})

describe('signing out', () => {
  it('with unsent work says so and signs nobody out', async () => {
    await signIn('anna', 'right')
    await isSynced()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    await answerItem(ROUND, LAMP, { value: 'normal' })
    expect(await signOut({ force: false })).toEqual({ signed_out: false, unsent: { operations: 1, photos: 0 } })
    expect(currentPhone.value).not.toBeNull()
    expect(await signOut({ force: true })).toMatchObject({ signed_out: true })
    expect(await lastPersonId()).toBeNull()
    const kept = new PersonDatabase('anna')
    expect(await kept.outbox.count()).toBe(1)
    kept.close()
  })
})

describe('a cold start in flight mode', () => {
  it('opens the last person\'s database, rights included', async () => {
    await signIn('anna', 'right')
    await isSynced()
    closePhone()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    await reopenLastPhone()
    expect(currentSession.value).toMatchObject({ person: { id: 'anna' }, grants: [{ roles: ['engineer'] }] })
    await answerItem(ROUND, LAMP, { value: 'normal' })
    expect(await requirePhone().db.outbox.count()).toBe(1)
  })

  it('asks for a sign-in when the system has evicted the database', async () => {
    await signIn('anna', 'right')
    closePhone()
    await new PersonDatabase('anna').delete()
    await reopenLastPhone()
    expect(currentPhone.value).toBeNull()
    expect(await lastPersonId()).toBeNull()
  })
})
