import type { Decision } from '../domain/types'
import { decide } from '../sync/decide'

/** Have the server try work again that keeps failing, instead of waiting for its next own try. */
export async function retryJob(projectId: string, job: string): Promise<Decision> {
  return decide(() => Promise.resolve({ name: 'retry_job', doc: null, args: { project_id: projectId, job }, seen: {} }))
}
