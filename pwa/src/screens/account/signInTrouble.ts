import { ApiError, NetworkError } from '@/domain/errors'

/** What a failed sign-in is called on the screen; `minutes` to wait where the server asked to slow down. */
export interface SignInTrouble {
  readonly kind: 'empty' | 'wrong' | 'slow_down' | 'no_network' | 'captive_portal' | 'no_answer' | 'storage'
  readonly minutes: number
}

const MINUTE_MS = 60_000

export function signInTrouble(error: unknown): SignInTrouble {
  const wait = error instanceof ApiError ? (error.retry_after_ms ?? 0) : 0
  return { kind: kindOf(error), minutes: Math.max(1, Math.ceil(wait / MINUTE_MS)) }
}

function kindOf(error: unknown): SignInTrouble['kind'] {
  if (error instanceof ApiError) {
    if (error.code === 'slow_down') return 'slow_down'
    return error.status === 401 || error.status === 422 ? 'wrong' : 'no_answer'
  }
  if (error instanceof NetworkError) {
    if (error.kind === 'captive_portal') return 'captive_portal'
    return error.kind === 'offline' ? 'no_network' : 'no_answer'
  }
  return 'storage' // the person's database did not open
}
