import { v7 } from 'uuid'
import type { Decision, NewChannel } from '../domain/types'
import type { JsonObject } from '../domain/types'
import { decide } from '../sync/decide'

/** Set up where a project's messages go, or set it anew; without an address the one that the server has stays. */
export async function changeChannel(projectId: string, channel: NewChannel, id: string | null): Promise<Decision> {
  const args: JsonObject = { project_id: projectId, channel_id: id ?? v7(), ...channel }
  return decide(() => Promise.resolve({ name: 'change_channel', doc: null, args, seen: {} }))
}

/** Nothing goes there any more. */
export async function disableChannel(projectId: string, channelId: string): Promise<Decision> {
  const args = { project_id: projectId, channel_id: channelId }
  return decide(() => Promise.resolve({ name: 'disable_channel', doc: null, args, seen: {} }))
}

/** A trial message, on the way that all messages go. */
export async function testChannel(projectId: string, channelId: string): Promise<Decision> {
  const args = { project_id: projectId, channel_id: channelId }
  return decide(() => Promise.resolve({ name: 'test_channel', doc: null, args, seen: {} }))
}
