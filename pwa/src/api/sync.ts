/** The two doors of the protocol. */
import { type Fetch, http, spokenByUs } from './http'
import { uploadBlob } from './uploads'
import type { PullAnswer, PullRequest, PushAnswer, PushRequest, Wire } from './wire'

const SYNC_TIMEOUT_MS = 30_000

export interface WireOptions {
  readonly fetcher?: Fetch
  /** The server's clock and the phone's at the same moment. */
  readonly onServerTime?: (server_ms: number, phone_ms: number) => void
}

export function createWire({ fetcher, onServerTime }: WireOptions = {}): Wire {
  const post = async (path: string, body: unknown): Promise<unknown> => {
    const asked = Date.now()
    const answer = await http({ method: 'POST', path, body, compress: true, timeout_ms: SYNC_TIMEOUT_MS }, fetcher)
    if (answer.server_ms !== null) onServerTime?.(answer.server_ms, (asked + Date.now()) / 2)
    return spokenByUs(answer)
  }
  return {
    push: async (request: PushRequest) => (await post('/api/sync/v1/push', request)) as PushAnswer,
    pull: async (request: PullRequest) => (await post('/api/sync/v1/pull', request)) as PullAnswer,
    upload: uploadBlob,
  }
}
