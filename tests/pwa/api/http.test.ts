import { describe, expect, it, vi } from 'vitest'
import { type Fetch, http } from '@/api/http'
import { createWire } from '@/api/sync'
import { ApiError, NetworkError } from '@/domain/errors'

const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' }, ...init })
const answering = (response: Response): Fetch => () => Promise.resolve(response)
const push = { device: 'd', schema: 1, ops: [] }

describe('an answer is a success', () => {
  it('when it is our JSON and names our protocol', async () => {
    const answer = { protocol: 'roundsman/1', inc: 'i', last_n: 0, durable_n: 0, results: [], stop: null }
    expect(await createWire({ fetcher: answering(json(answer)) }).push(push)).toEqual(answer)
  })

  it.each([
    ['a login page with status 200', new Response('<html>sign in to the hotel</html>', { headers: { 'content-type': 'text/html' } })],
    ['JSON of somebody else', json({ ok: true })],
    ['JSON of another protocol', json({ protocol: 'roundsman/9' })],
    ['an empty 200', new Response('')],
    ['511', new Response('<html>', { status: 511 })],
  ])('but not when it is %s', async (_name, response) => {
    await expect(createWire({ fetcher: answering(response) }).push(push)).rejects.toMatchObject({ name: 'NetworkError', kind: 'captive_portal' })
  })

  it('but not when a proxy answers for the server', async () => {
    const gone = new Response('<html>Bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } })
    await expect(createWire({ fetcher: answering(gone) }).push(push)).rejects.toMatchObject({ kind: 'no_answer' })
  })
})

describe('a refusal', () => {
  it('carries its code, its text and how long to wait', async () => {
    const problem = json({ code: 'slow_down', detail: '请稍候', status: 429 }, { status: 429, headers: { 'retry-after': '7' } })
    const error: unknown = await http({ method: 'GET', path: '/api/session' }, answering(problem)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'slow_down', status: 429, detail: '请稍候', retry_after_ms: 7_000 })
  })

  it('says how long to wait even when a proxy makes it', async () => {
    const busy = new Response('busy', { status: 503, headers: { 'retry-after': '3' } })
    await expect(http({ method: 'GET', path: '/' }, answering(busy))).rejects.toMatchObject({ code: 'unavailable', retry_after_ms: 3_000 })
  })
})

describe('a request', () => {
  it('ends by itself when nobody answers', async () => {
    const silent: Fetch = (_path, init) => new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))))
    await expect(http({ method: 'GET', path: '/', timeout_ms: 5 }, silent)).rejects.toMatchObject({ kind: 'timeout' })
  })

  it('says so when the line is dead', async () => {
    await expect(http({ method: 'GET', path: '/' }, () => Promise.reject(new TypeError('Failed to fetch')))).rejects.toBeInstanceOf(NetworkError)
  })

  it('that changes something carries our header; a large one goes packed', async () => {
    const fetcher = vi.fn<Fetch>(() => Promise.resolve(json({ protocol: 'roundsman/1' })))
    const body = { text: '巡检'.repeat(2_000) }
    await http({ method: 'POST', path: '/api/x', body, compress: true }, fetcher)
    const init = fetcher.mock.calls[0]?.[1]
    expect(init?.headers).toMatchObject({ 'X-Roundsman': '1', 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' })
    const packed = init?.body as ArrayBuffer
    expect(packed.byteLength).toBeLessThan(1_000)
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
    expect(await new Response(unpacked).json()).toEqual(body)
  })

  it('tells what the server\'s clock says', async () => {
    const onServerTime = vi.fn()
    const answer = json({ protocol: 'roundsman/1' }, { headers: { date: 'Sun, 22 Nov 2026 07:00:00 GMT' } })
    await createWire({ fetcher: answering(answer), onServerTime }).pull({ device: 'd', schema: 1, cursors: {}, max_bytes: 1 })
    expect(onServerTime).toHaveBeenCalledWith(Date.parse('2026-11-22T07:00:00Z'), expect.any(Number))
  })
})
