/** Now and then: is the session still this person's, which rights are there, what are the server's limits. */
import { getConfig } from '../api/config'
import { getSession, type SessionAnswer } from '../api/session'
import { putMeta } from '../db/meta'
import type { SavedSession } from '../db/rows'
import { ApiError } from '../domain/errors'
import type { Phone } from './phone'

const GREET_AFTER_MS = 30 * 60_000

/** Gives the function that the sync loop calls before each pass; it mostly does nothing. */
export function greet(phone: Phone, onSession: (session: SavedSession) => void): () => Promise<void> {
  let greetedAt = Number.NEGATIVE_INFINITY
  return async () => {
    if (phone.clock.now() - greetedAt < GREET_AFTER_MS) return
    const session = await getSession()
    // Somebody else signed in in another tab of this browser: this work is not theirs to send.
    if (session.person.id !== phone.person_id) throw new ApiError('sign_in_required', 401)
    onSession(await saveSession(phone.db, session))
    await putMeta(phone.db, 'config', await getConfig())
    greetedAt = phone.clock.now()
  }
}

export async function saveSession(db: Phone['db'], { person, organisation_id, grants }: SessionAnswer): Promise<SavedSession> {
  const saved = { person, organisation_id, grants }
  await putMeta(db, 'session', saved)
  return saved
}
