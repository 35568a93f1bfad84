/** How people come to a project: what a link shows, and what somebody says of themselves. */
import type { Role } from './documents'

export interface Newcomer {
  readonly name: string
  readonly password: string
  readonly display_name_zh: string
  readonly display_name_en: string
  readonly language: 'zh-CN' | 'en'
}

export interface ShownInvitation {
  readonly project_zh: string
  readonly project_en: string
  readonly invited_by_zh: string | null
  readonly invited_by_en: string | null
  readonly display_name_zh: string | null
  readonly display_name_en: string | null
  readonly roles: readonly Role[]
  readonly expires_at: string
}

/** What a project is, as it is set up: days are `YYYY-MM-DD`, the time zone is an IANA name. */
export interface ProjectWish {
  readonly code: string
  readonly name_zh: string
  readonly name_en: string
  readonly contract_number: string | null
  readonly client_name_zh: string | null
  readonly client_name_en: string | null
  readonly provider_name_zh: string | null
  readonly provider_name_en: string | null
  readonly starts_on: string | null
  readonly ends_on: string | null
  readonly time_zone: string
}

/** Who is asked to come. `token` stays in this browser: the server learns its hash. */
export interface InvitationWish {
  readonly roles: readonly Role[]
  readonly days: number
  readonly display_name_zh: string | null
  readonly display_name_en: string | null
  readonly phone: string | null
}

/** A phone or browser of somebody. `unsent_…`: what it said at `last_seen_at`; null: it never did. */
export interface KnownPhone {
  readonly id: string
  readonly label: string | null
  readonly person_id: string
  readonly last_seen_at: string
  readonly may_hold: number
  readonly unsent_operations: number | null
  readonly unsent_photos: number | null
  readonly unsent_since: string | null
  readonly revoked_at: string | null
}

export const ROLES: readonly Role[] = ['engineer', 'supervisor', 'desk', 'client']
