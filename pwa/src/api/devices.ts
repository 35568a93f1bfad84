/** Where the person is signed in; asked online, never kept on the phone. */
import type { SignedInDevice } from '../domain/types'
import { NetworkError } from '../domain/errors'
import { http, spokenByUs } from './http'

export async function getDevices(): Promise<readonly SignedInDevice[]> {
  const body = spokenByUs(await http({ method: 'GET', path: '/api/devices' }))
  if (typeof body !== 'object' || body === null || !('devices' in body)) throw new NetworkError('captive_portal')
  return body.devices as readonly SignedInDevice[]
}

export async function deleteDevice(id: string): Promise<void> {
  await http({ method: 'DELETE', path: `/api/devices/${encodeURIComponent(id)}` })
}
