/** Signing in and out. The cookie is the server's (HttpOnly); the phone keeps only who it is. */
import type { Grant, SessionPerson } from '../domain/types'
import { http, spokenByUs } from './http'

/** Seals what this person writes into a rescue file on this device; `key` in hex digits. */
export interface RescueKey { readonly device: string; readonly key: string }

export interface SessionAnswer {
  readonly person: SessionPerson
  readonly device: { readonly id: string; readonly last_n: number }
  readonly organisation_id: string
  readonly grants: readonly Grant[]
  readonly rescue: RescueKey
  readonly inc: string
  readonly server_time: string
}

export async function postSession(name: string, password: string, device: string | null): Promise<SessionAnswer> {
  const body = { name, password, device, device_label: deviceLabel() }
  return spokenByUs(await http({ method: 'POST', path: '/api/session', body })) as SessionAnswer
}

export async function getSession(): Promise<SessionAnswer> {
  return spokenByUs(await http({ method: 'GET', path: '/api/session' })) as SessionAnswer
}

export async function deleteSession(): Promise<void> {
  await http({ method: 'DELETE', path: '/api/session' })
}

/** What a supervisor reads in "phones that may hold unsent work". Nothing that identifies the device. */
export function deviceLabel(): string {
  const agent = navigator.userAgent
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(agent)?.[0] ?? 'browser'
  const browser = /Edg|Chrome|Firefox|Safari/.exec(agent)?.[0] ?? ''
  return `${system} ${browser}`.trim()
}
