/**
 * A project's clock policy as data: the contract's matrix and promises are the default (domain.md section 4).
 * Limits are minutes of counted time. A cell or promise that is null was not promised: it has no clock.
 */
import type { CalendarKind, PolicyCalendar } from './workCalendar'

export const MATRIX_CLOCKS = ['phone_response', 'dispatch', 'arrival', 'diagnosis', 'solution'] as const
export const PROMISES = ['first_answer', 'on_site', 'repair', 'spare', 'information'] as const
export type MatrixClock = (typeof MATRIX_CLOCKS)[number]
export type ClockKey = MatrixClock | (typeof PROMISES)[number]
export type CountsFrom = 'registration' | MatrixClock
export type PauseReason = 'waiting_client' | 'waiting_part' | 'access' | 'agreed'
export type Complexity = 'ordinary' | 'complex'
type Minutes = number | null

export interface SlaPolicyBody {
  readonly matrix: Readonly<Record<string, Readonly<Partial<Record<MatrixClock, Minutes>>>>>
  readonly promises: {
    readonly first_answer?: { readonly minutes: Minutes; readonly elsewhere?: Minutes } | null
    readonly on_site?: { readonly minutes: Minutes } | null
    readonly repair?: { readonly ordinary: Minutes; readonly complex: Minutes } | null
    readonly spare?: { readonly minutes: Minutes } | null
    readonly information?: { readonly minutes: Minutes } | null
  }
  readonly counts: Readonly<Record<ClockKey, CountsFrom>>
  readonly moment: 'received' | 'found'
  /** `default`, a severity's number, and `by_kind`. */
  readonly thresholds: {
    readonly default: readonly number[]
    readonly by_kind?: Readonly<Record<string, readonly number[]>>
    readonly [severity: `${number}`]: readonly number[]
  }
  readonly escalate_at: number
  readonly calendar: PolicyCalendar
  readonly calendar_for: Readonly<Record<string, CalendarKind>>
  readonly pauses: Readonly<Record<string, readonly string[]>>
  readonly not_for: Readonly<Record<string, readonly string[]>>
  readonly auto_confirm_days: number | null
  readonly repeat_window_days: number
}

/** How long this clock may run; null where nothing is promised (or, in the matrix, nobody graded yet). */
export function limitMinutes(
  policy: SlaPolicyBody,
  key: ClockKey,
  standing: { readonly severity: number | null; readonly complexity: string | null; readonly elsewhere: boolean },
): number | null {
  if (isMatrixClock(key)) return policy.matrix[String(standing.severity)]?.[key] ?? null
  if (key === 'repair') return policy.promises.repair?.[standing.complexity === 'complex' ? 'complex' : 'ordinary'] ?? null
  const promise: { readonly minutes: Minutes; readonly elsewhere?: Minutes } | null | undefined = policy.promises[key]
  return (standing.elsewhere ? promise?.elsewhere : null) ?? promise?.minutes ?? null
}

export const isMatrixClock = (key: string): key is MatrixClock => (MATRIX_CLOCKS as readonly string[]).includes(key)
