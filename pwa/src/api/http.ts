/** The one place that calls fetch. Every request has a time-out, bodies included; every change carries our header. */
import { NetworkError } from '../domain/errors'
import { errorOf, toNetworkError } from './errors'
import { PROTOCOL } from './wire'

export type Fetch = (input: string, init: RequestInit) => Promise<Response>

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** Instead of a body: the bytes as they are. */
  readonly file?: Blob
  readonly compress?: boolean
  readonly timeout_ms?: number
}
export interface HttpAnswer {
  readonly status: number
  /** Parsed JSON; null for an empty answer. */
  readonly body: unknown
  /** The server's clock when it answered, by its Date header. */
  readonly server_ms: number | null
}

export const REQUEST_TIMEOUT_MS = 20_000
const FILE_TIMEOUT_MS = 120_000
const COMPRESS_ABOVE_BYTES = 1_000

export async function http(request: HttpRequest, fetcher: Fetch = fetch): Promise<HttpAnswer> {
  const limit = new AbortController()
  const timer = setTimeout(() => {
    limit.abort()
  }, request.timeout_ms ?? REQUEST_TIMEOUT_MS)
  try {
    const response = await fetcher(request.path, { ...(await initOf(request)), signal: limit.signal })
    const body = await bodyOf(response)
    if (!response.ok || body === NOT_JSON) throw errorOf(response, body)
    return { status: response.status, body, server_ms: dateOf(response) }
  } catch (error) {
    if (error instanceof Error && error.name === 'ApiError') throw error
    throw toNetworkError(error, limit.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
}

/** A file that is made for what is asked; for what an address has no room for. */
export async function httpFile(request: HttpRequest, fetcher: Fetch = fetch): Promise<Blob> {
  const limit = new AbortController()
  const timer = setTimeout(() => {
    limit.abort()
  }, request.timeout_ms ?? FILE_TIMEOUT_MS)
  try {
    const response = await fetcher(request.path, { ...(await initOf(request)), signal: limit.signal })
    if (!response.ok) throw errorOf(response, await bodyOf(response))
    return await response.blob()
  } catch (error) {
    if (error instanceof Error && error.name === 'ApiError') throw error
    throw toNetworkError(error, limit.signal.aborted)
  } finally {
    clearTimeout(timer)
  }
}

async function initOf(request: HttpRequest): Promise<RequestInit> {
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': language() }
  if (request.method !== 'GET') headers['X-Roundsman'] = '1'
  const init: RequestInit = { method: request.method, headers, credentials: 'same-origin', cache: 'no-store', redirect: 'follow' }
  if (request.file !== undefined) return { ...init, headers: { ...headers, 'Content-Type': 'application/octet-stream' }, body: request.file }
  if (request.body === undefined) return init
  headers['Content-Type'] = 'application/json'
  const text = new TextEncoder().encode(JSON.stringify(request.body))
  if (request.compress !== true || text.length < COMPRESS_ABOVE_BYTES || typeof CompressionStream === 'undefined') return { ...init, body: text }
  headers['Content-Encoding'] = 'gzip'
  return { ...init, body: await gzip(text) }
}

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Response(packed).arrayBuffer()
}

/** Success is our JSON that names our protocol; a portal's own JSON is as little ours as its page. */
export function spokenByUs(answer: HttpAnswer): object {
  const { body } = answer
  if (typeof body === 'object' && body !== null && 'protocol' in body && body.protocol === PROTOCOL) return body
  throw new NetworkError('captive_portal')
}

const NOT_JSON = Symbol('not JSON')

/** Read before judging: a problem's text must not be lost because the status was looked at first. */
async function bodyOf(response: Response): Promise<unknown> {
  if (response.type === 'opaqueredirect') throw new NetworkError('captive_portal')
  const text = await response.text()
  if (text === '' && response.status === 204) return null
  try {
    return JSON.parse(text)
  } catch {
    return NOT_JSON
  }
}

function dateOf(response: Response): number | null {
  const at = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(at) ? null : at
}

function language(): string {
  return typeof document === 'undefined' ? 'zh-CN' : document.documentElement.lang || 'zh-CN'
}
