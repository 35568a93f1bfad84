/** From whatever fetch gave or threw to one of our errors; once, at the edge. */
import { ApiError, NetworkError } from '../domain/errors'

/** An answer that is not a success. Only our own problem+json is believed; a proxy's page says nothing. */
export function errorOf(response: Response, body: unknown): ApiError | NetworkError {
  if (isProblem(body)) return new ApiError(body.code, response.status, body.detail ?? null, { retry_after_ms: retryAfterMs(response), fields: body.errors ?? {} })
  if (response.status === 429 || response.status === 503) return new ApiError('unavailable', response.status, null, { retry_after_ms: retryAfterMs(response) })
  return new NetworkError(isLoginPage(response) ? 'captive_portal' : 'no_answer')
}

export function toNetworkError(error: unknown, timedOut: boolean): NetworkError {
  if (error instanceof NetworkError) return error
  if (timedOut) return new NetworkError('timeout')
  return new NetworkError(navigator.onLine === false ? 'offline' : 'no_answer')
}

interface Problem { readonly code: string; readonly detail?: string; readonly errors?: Readonly<Record<string, readonly string[]>> }
function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
}

/** A hotel's or a carrier's portal answers everything with a page of its own: 200, a redirect, or 511. */
function isLoginPage(response: Response): boolean {
  if (response.status === 511 || response.redirected || response.type === 'opaqueredirect') return true
  return response.ok || (response.headers.get('content-type') ?? '').startsWith('text/html') && response.status < 500
}

function retryAfterMs(response: Response): number | null {
  const value = response.headers.get('retry-after')
  if (value === null) return null
  const seconds = Number(value)
  if (Number.isFinite(seconds)) return seconds * 1000
  const at = Date.parse(value)
  return Number.isNaN(at) ? null : Math.max(0, at - Date.now())
}
