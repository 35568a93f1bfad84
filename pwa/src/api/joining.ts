/** The two ways in without an account: the link of an empty server, and an invitation. */
import type { Newcomer, ShownInvitation } from '../domain/types'
import { http, spokenByUs } from './http'
import { deviceLabel, type SessionAnswer } from './session'

/** Resolves while the link still opens the set-up; rejects with ApiError 404, 410 or 429, whose words say why not. */
export async function lookAtWelcome(token: string): Promise<object> {
  return spokenByUs(await http({ method: 'GET', path: `/api/welcome/${encodeURIComponent(token)}` }))
}

export async function postWelcome(token: string, person: Newcomer): Promise<SessionAnswer> {
  const body = { token, ...person, device_label: deviceLabel() }
  return spokenByUs(await http({ method: 'POST', path: '/api/welcome', body })) as SessionAnswer
}

/** Rejects as `lookAtWelcome` does. */
export async function getInvitation(token: string): Promise<ShownInvitation> {
  return spokenByUs(await http({ method: 'GET', path: `/api/join/${encodeURIComponent(token)}` })) as ShownInvitation
}

/** Without `person` it is who is signed in that comes in. */
export async function postJoin(token: string, person: Newcomer | null): Promise<SessionAnswer> {
  const body = { token, person, device_label: deviceLabel() }
  return spokenByUs(await http({ method: 'POST', path: '/api/join', body })) as SessionAnswer
}
