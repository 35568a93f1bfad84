/** Who is proposed for a ticket, as the server tells it (T3). */
import type { AssetCategory, Severity } from './documents'
import type { Shift } from './ticketDocuments'

/** One word for or against somebody, with its facts. */
export type ProposalReason = { readonly good: boolean } & (
  | { readonly code: 'on_duty'; readonly duty: Shift['duty']; readonly until: string }
  | { readonly code: 'off_duty' }
  | { readonly code: 'skilled' | 'not_skilled'; readonly category: AssetCategory }
  | { readonly code: 'busy'; readonly open: number; readonly severity: Severity | null }
  | { readonly code: 'in_hand'; readonly open: number }
  | { readonly code: 'free' }
  | { readonly code: 'fixed_before'; readonly times: number; readonly at: string }
  | { readonly code: 'at_site'; readonly at: string; readonly minutes: number }
)
export interface ProposedEngineer {
  readonly person_id: string
  readonly display_name_zh: string
  readonly display_name_en: string
  readonly phone: string | null
  readonly reasons: readonly ProposalReason[]
}
/** The best first; `at` is the moment of which it speaks. */
export interface Proposal { readonly at: string; readonly candidates: readonly ProposedEngineer[] }
export interface ProposalSubject { readonly asset_id: string | null; readonly severity: Severity | null }
