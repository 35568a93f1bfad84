/** Now and then: is the session still this person's, which rights are there, what are the server's limits. */
import { getConfig } from '../api/config'
import { getSession, type SessionAnswer } from '../api/session'
import { putMeta, readMeta } from '../db/meta'
import { projectIdOf } from '../db/roundFacts'
import type { SavedSession } from '../db/rows'
import { ApiError } from '../domain/errors'
import type { Phone } from './phone'

const GREET_AFTER_MS = 30 * 60_000

/** Gives the function that the sync loop calls before each pass; it mostly does nothing. */
export function greet(phone: Phone, onSession: (session: SavedSession) => void): () => Promise<void> {
  let greetedAt = Number.NEGATIVE_INFINITY
  return async () => {
    const fresh = phone.clock.now() - greetedAt < GREET_AFTER_MS
    if (fresh && !(await rightsMoved(phone.db))) return
    const session = await getSession()
    // Somebody else signed in in another tab of this browser: this work is not theirs to send.
    if (session.person.id !== phone.person_id) throw new ApiError('sign_in_required', 401)
    onSession(await saveSession(phone.db, session))
    // Limits and origins of labels change once in years: the ones known will do if this one answer is missed.
    await getConfig().then((config) => putMeta(phone.db, 'config', config)).catch(() => undefined)
    greetedAt = phone.clock.now()
  }
}

/** A project came into view or left it since the session was read: its roles are news, too. */
async function rightsMoved(db: Phone['db']): Promise<boolean> {
  const granted = (await readMeta(db, 'session'))?.grants.map((grant) => grant.project_id) ?? []
  const streams = await db.cursors.toCollection().primaryKeys()
  const shown = new Set(streams.map(projectIdOf).filter((id) => id !== null))
  return shown.size !== new Set(granted).size || granted.some((id) => !shown.has(id))
}

export async function saveSession(db: Phone['db'], { person, organisation_id, grants, rescue }: SessionAnswer): Promise<SavedSession> {
  const saved = { person, organisation_id, grants, rescue }
  await putMeta(db, 'session', saved)
  return saved
}
