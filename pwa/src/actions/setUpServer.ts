import { postWelcome } from '../api/joining'
import type { Newcomer } from '../domain/types'
import { openSession } from '../sync/openSession'

/** Become the administrator of an empty server, and be signed in here. Rejects with ApiError or NetworkError; nothing has happened then. */
export async function setUpServer(token: string, person: Newcomer): Promise<void> {
  const session = await postWelcome(token, person)
  await openSession(session, session.person.name)
}
