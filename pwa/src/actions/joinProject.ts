import { postJoin } from '../api/joining'
import type { Newcomer } from '../domain/types'
import { openSession } from '../sync/openSession'
import { renewSession } from '../sync/currentPhone'

/** Come in by an invitation as somebody new, and be signed in here. Rejects with ApiError or NetworkError; nothing has happened then. */
export async function joinProject(token: string, person: Newcomer): Promise<void> {
  const session = await postJoin(token, person)
  await openSession(session, session.person.name)
}

/** Come in as who is signed in here: the same phone, one project more. */
export async function joinAsMyself(token: string): Promise<void> {
  await postJoin(token, null)
  await renewSession()
}
