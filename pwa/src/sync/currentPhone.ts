/** The one phone of this tab: whose database is open, and what the sync loop last said. Vue refs, because every composable hangs on them. */
import { shallowRef } from 'vue'
import { createWire } from '../api/sync'
import { PersonDatabase } from '../db/personDatabase'
import { forgetLastPerson, lastPersonId } from '../db/lastPerson'
import { putMeta, readMeta } from '../db/meta'
import { patiently } from '../db/patiently'
import type { SavedSession } from '../db/rows'
import { ApiError } from '../domain/errors'
import { toInstant } from '../domain/instant'
import { getSession } from '../api/session'
import { greet, saveSession } from './greet'
import { type Phone, SYSTEM_CLOCK } from './phone'
import { SyncLoop } from './syncLoop'
import { AT_REST, type SyncState } from './syncState'

export const currentPhone = shallowRef<Phone | null>(null)
export const currentSession = shallowRef<SavedSession | null>(null)
export const syncState = shallowRef<SyncState>(AT_REST)
let loop: SyncLoop | null = null

export function openPhone(db: PersonDatabase, session: SavedSession): Phone {
  closePhone()
  const phone: Phone = {
    db,
    person_id: db.person_id,
    wire: createWire({
      onServerTime: (server_ms, phone_ms) => {
        keepSkew(db, server_ms - phone_ms).catch(() => undefined) // each later answer measures again; this database may be closed by now
      },
    }),
    clock: SYSTEM_CLOCK,
    random: Math.random,
    reached: () => undefined,
  }
  loop = new SyncLoop(phone, (state) => {
    syncState.value = state
  }, greet(phone, (renewed) => {
    currentSession.value = renewed
  }))
  currentPhone.value = phone
  currentSession.value = session
  loop.start()
  return phone
}

/** Stops syncing and closes the database; what lies in it stays. */
export function closePhone(): void {
  loop?.stop()
  loop = null
  currentPhone.value?.db.close()
  currentPhone.value = null
  currentSession.value = null
  syncState.value = AT_REST
}

export function requirePhone(): Phone {
  if (currentPhone.value === null) throw new ApiError('sign_in_required', 401)
  return currentPhone.value
}

export const askForSync = (reason: string): void => loop?.request(reason)

/** Rights that were given this moment: the next look would be half an hour away. */
export async function renewSession(): Promise<void> {
  const { db } = requirePhone()
  currentSession.value = await saveSession(db, await getSession())
  askForSync('rights')
}

/**
 * From a cold start, with or without a network: the last person's database, if that person ever signed in.
 * Rejects when the disk does not answer: nobody was forgotten, and the next start may find everything.
 */
export async function reopenLastPhone(): Promise<void> {
  const personId = await lastPersonId()
  if (personId === null || currentPhone.value !== null) return
  const db = new PersonDatabase(personId)
  const session = await patiently(db, () => readMeta(db, 'session'))
  if (session !== null) openPhone(db, session)
  else {
    db.close()
    await forgetLastPerson() // the system evicted the database: signing in makes a new one
  }
}

/** Kept coarse, so that each answer does not write: half a second more or less is no news. */
async function keepSkew(db: PersonDatabase, skew_ms: number): Promise<void> {
  const known = await readMeta(db, 'clock')
  const now = Date.now()
  const fresh = known !== null && now - Date.parse(known.measured_at) < 60 * 60_000
  if (fresh && Math.abs(known.skew_ms - skew_ms) < 1_500) return
  await putMeta(db, 'clock', { skew_ms, measured_at: toInstant(now) })
}
