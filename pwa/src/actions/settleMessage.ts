import { checkText } from '../domain/limits'
import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'

/** Have the server send a message now that keeps failing. */
export async function retryMessage(projectId: string, message: string): Promise<Decision> {
  return decide(() => Promise.resolve({ name: 'retry_message', doc: null, args: { project_id: projectId, message }, seen: {} }))
}

/** It is not to be sent any more, and why. */
export async function giveUpMessage(projectId: string, message: string, reason: string): Promise<Decision> {
  checkText(reason)
  return decide(() => Promise.resolve({ name: 'give_up_message', doc: null, args: { project_id: projectId, message, reason }, seen: {} }))
}
