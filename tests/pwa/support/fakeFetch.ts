/** The fake server behind fetch: sessions, configuration, and the two doors of the protocol, packed bodies included. */
import type { PullRequest, PushRequest } from '@/api/wire'
import { ApiError } from '@/domain/errors'
import type { FakeServer } from './fakeServer'

const HEADERS = { 'content-type': 'application/json', date: new Date().toUTCString() }
const devices = new WeakMap<FakeServer, Map<string, string>>()

export function fetchOf(server: FakeServer, { ended = false } = {}): typeof fetch {
  const own = devices.get(server) ?? new Map<string, string>()
  devices.set(server, own)
  let person = [...own.keys()].at(-1) ?? null
  const answer = async (path: string, init: RequestInit): Promise<unknown> => {
    const body = await bodyOf(init)
    if (path === '/api/session' && init.method === 'POST') {
      const { name, password, device } = body as { name: string; password: string; device: string | null }
      if (password !== 'right') throw new ApiError('wrong_password', 401)
      const id = device !== null && server.devices.has(device) ? device : server.newDevice(name)
      own.delete(name)
      own.set(name, id)
      person = name
    }
    if (path === '/api/session' && init.method === 'DELETE') return null
    if (ended || person === null) throw new ApiError('sign_in_required', 401)
    if (path === '/api/config') return { max_photo_bytes: 1e7, max_operation_bytes: 1e5, tag_origin: 'https://t.example', tag_origins_old: [] }
    if (path === '/api/sync/v1/push') return server.push(person, body as PushRequest)
    if (path === '/api/sync/v1/pull') return server.pull(person, body as PullRequest)
    return sessionOf(server, person, own.get(person) ?? '')
  }
  return async (path, init = {}) => {
    try {
      const said = await answer(String(path), init)
      return said === null ? new Response(null, { status: 204 }) : new Response(JSON.stringify({ protocol: 'roundsman/1', ...(said as object) }), { headers: HEADERS })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return new Response(JSON.stringify({ code: error.code, status: error.status }), { status: error.status, headers: HEADERS })
    }
  }
}

function sessionOf(server: FakeServer, person: string, device: string): object {
  return {
    person: { id: person, name: person, display_name_zh: person, display_name_en: person, language: 'zh-CN' },
    device: { id: device, last_n: server.devices.get(device)?.last_n ?? 0 },
    organisation_id: 'o1', grants: [{ project_id: 'p1', roles: ['engineer'] }], rescue: { device, key: '0f'.repeat(32) }, inc: server.inc, server_time: new Date().toISOString(),
  }
}

async function bodyOf(init: RequestInit): Promise<unknown> {
  if (init.body === undefined || init.body === null) return null
  const packed = new Headers(init.headers).get('content-encoding') === 'gzip'
  const stream = new Blob([init.body as ArrayBuffer]).stream()
  return new Response(packed ? stream.pipeThrough(new DecompressionStream('gzip')) : stream).json()
}
