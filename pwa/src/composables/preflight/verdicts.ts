/** Green, amber or red: pure. Amber never blocks; red blocks nothing either, but the button then says the risk. */
import type { ClockSkew } from '../../db/rows'
import { MIN_PHOTO_SPACE_BYTES, type StorageSpace } from '../../db/storageSpace'
import type { UnsentWork } from '../../db/unsentWork'
import type { PreflightCheck } from '../../domain/types'
import type { DataOnPhone } from './dataOnPhone'
import type { Battery, Camera } from './hardware'

const PHOTO_BYTES = 2_000_000
const LITTLE_SPACE_BYTES = 10 * MIN_PHOTO_SPACE_BYTES
const SKEW_AMBER_S = 60
const SKEW_RED_S = 5 * 60
const OLD_UNSENT_MS = 24 * 60 * 60_000
const MINUTES_PER_ASSET = 3
const PERCENT_PER_MINUTE = 0.4 // camera, light and screen on; measured on nothing yet, on the careful side
const RESERVE_PERCENT = 10

export function storageCheck({ free_bytes, protected: isProtected }: StorageSpace): PreflightCheck {
  const full = free_bytes !== null && free_bytes < MIN_PHOTO_SPACE_BYTES
  const little = free_bytes !== null && free_bytes < LITTLE_SPACE_BYTES
  const verdict = full || isProtected === false ? 'red' : little || isProtected === null ? 'amber' : 'green'
  const photos = free_bytes === null ? null : Math.floor(free_bytes / PHOTO_BYTES)
  return { id: 'storage', verdict, figures: { protected: isProtected, free_bytes, photos } }
}

export function dataCheck(data: DataOnPhone, as_of: string | null): PreflightCheck {
  const lacking = data.missing_assets > 0 || data.template_version === null
  return { id: 'data', verdict: lacking ? 'red' : as_of === null ? 'amber' : 'green', figures: { ...data, as_of } }
}

/** `skew_s`: phone minus server. */
export function clockCheck(skew: ClockSkew | null): PreflightCheck {
  const skew_s = skew === null ? null : Math.round(-skew.skew_ms / 1000)
  const off = Math.abs(skew_s ?? 0)
  const verdict = skew_s === null ? 'amber' : off >= SKEW_RED_S ? 'red' : off >= SKEW_AMBER_S ? 'amber' : 'green'
  return { id: 'clock', verdict, figures: { skew_s, checked_at: skew?.measured_at ?? null } }
}

export function cameraCheck({ permission, torch }: Camera): PreflightCheck {
  const verdict = permission === 'granted' ? 'green' : permission === 'prompt' ? 'amber' : 'red'
  return { id: 'camera', verdict, figures: { permission, torch } }
}

export interface UnsentFigures extends UnsentWork { readonly rounds: number; readonly oldest_at: string | null }

export function unsentCheck(unsent: UnsentFigures, now: number): PreflightCheck {
  const old = unsent.oldest_at !== null && now - Date.parse(unsent.oldest_at) > OLD_UNSENT_MS
  return { id: 'unsent', verdict: old ? 'amber' : 'green', figures: { ...unsent } }
}

export function batteryCheck(battery: Battery | null, assets: number): PreflightCheck {
  const minutes = assets * MINUTES_PER_ASSET
  const needs_percent = Math.min(100, Math.ceil(minutes * PERCENT_PER_MINUTE) + RESERVE_PERCENT)
  const percent = battery === null ? null : Math.round(battery.level * 100)
  const low = percent !== null && battery?.charging !== true && percent < needs_percent
  return { id: 'battery', verdict: low ? 'amber' : 'green', figures: { percent, charging: battery?.charging ?? null, minutes, needs_percent } }
}
