/** A phone of which nothing was heard for a day is silent: what is on it, nobody else has. */
import type { BoardPhone } from '@/domain/types'

export const SILENT_MS = 24 * 3_600_000
export const isSilent = ({ last_seen_at, may_hold }: BoardPhone, nowMs: number): boolean => may_hold > 0 && nowMs - Date.parse(last_seen_at) > SILENT_MS
