import { postSession } from '../api/session'
import { personIdOf } from '../db/lastPerson'
import { readMeta } from '../db/meta'
import { PersonDatabase } from '../db/personDatabase'
import type { SessionPerson } from '../domain/types'
import { openSession } from '../sync/openSession'

/**
 * Sign in online and open this person's own database; work that waits in it goes on being sent.
 * Rejects with ApiError (`wrong_password`, `slow_down`) or NetworkError; nothing on the phone has changed then.
 */
export async function signIn(name: string, password: string): Promise<SessionPerson> {
  const session = await postSession(name, password, await deviceOf(name))
  await openSession(session, name)
  return session.person
}

/** The device that this name had on this phone: coming back as the same one keeps the numbering. */
async function deviceOf(name: string): Promise<string | null> {
  const personId = await personIdOf(name)
  if (personId === null) return null
  const db = new PersonDatabase(personId)
  try {
    return (await readMeta(db, 'phone'))?.device ?? null
  } finally {
    db.close()
  }
}
