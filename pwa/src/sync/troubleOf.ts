/** What a failed exchange means to the person, and how long the server asked us to wait. */
import { ApiError, NetworkError, StorageError } from '../domain/errors'
import type { Trouble } from '../domain/types'

export function troubleOf(error: unknown): Trouble {
  if (error instanceof StorageError) return 'storage'
  if (error instanceof NetworkError) return error.kind === 'captive_portal' ? 'captive_portal' : 'no_answer'
  if (!(error instanceof ApiError)) return 'no_answer'
  if (error.status === 401) return 'sign_in'
  if (error.status === 403) return 'not_allowed'
  return error.status === 426 ? 'too_old' : 'no_answer'
}

export const retryAfterOf = (error: unknown): number => (error instanceof ApiError ? (error.retry_after_ms ?? 0) : 0)
