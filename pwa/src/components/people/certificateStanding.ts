/** How a certificate stands on a day (`YYYY-MM-DD`): a month before it ends it is worth a word. */
import type { Certificate } from '@/domain/types'

export type CertificateStanding = 'for_good' | 'good' | 'ends_soon' | 'ended'
const SOON_DAYS = 30
const DAY_MS = 86_400_000

export function certificateStanding({ expires_on }: Pick<Certificate, 'expires_on'>, today: string): CertificateStanding {
  if (expires_on === null) return 'for_good'
  const days = (Date.parse(expires_on) - Date.parse(today)) / DAY_MS
  if (days < 0) return 'ended'
  return days <= SOON_DAYS ? 'ends_soon' : 'good'
}
