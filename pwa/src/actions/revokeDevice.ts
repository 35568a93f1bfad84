import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'

/** It shows nothing any more from its next contact on; what it holds unsent is still taken and kept. */
export async function revokeDevice(projectId: string, deviceId: string, reason: string): Promise<Decision> {
  const args = { project_id: projectId, device_id: deviceId, reason }
  return decide(() => Promise.resolve({ name: 'revoke_device', doc: null, args, seen: {} }))
}

/** It was found: it works as before. */
export async function readmitDevice(projectId: string, deviceId: string): Promise<Decision> {
  const args = { project_id: projectId, device_id: deviceId }
  return decide(() => Promise.resolve({ name: 'readmit_device', doc: null, args, seen: {} }))
}
