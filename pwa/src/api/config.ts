/** What the server says about itself: limits and the origins of printed tags. Read once a start, kept for offline. */
import { http, spokenByUs } from './http'

export interface ServerConfig {
  readonly max_photo_bytes: number
  readonly max_operation_bytes: number
  readonly tag_origin: string
  readonly tag_origins_old: readonly string[]
}

export async function getConfig(): Promise<ServerConfig> {
  return spokenByUs(await http({ method: 'GET', path: '/api/config' })) as ServerConfig
}
