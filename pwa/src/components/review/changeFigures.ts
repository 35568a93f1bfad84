/** How an answer differs from last time. Readings are compared as the decimals that were typed, never as floats. */
import type { AnswerValue, Severity } from '@/domain/types'
import { compare, decimal, magnitude, plain, subtract, times } from '@/rules/decimal'

const trueMinus = (figure: string): string => figure.replace(/^-/, '−')

export interface FigureChange {
  /** +0.4 · −0.7 · 0.0, with as many decimals as the finer of the two. */
  readonly signed: string
  readonly size: string
  readonly rises: boolean
}

/** From `before` to `now`; null when one of them is no figure. */
export function figureChange(now: string | null, before: string | null): FigureChange | null {
  const [a, b] = [decimal(now), decimal(before)]
  if (a === null || b === null) return null
  const step = subtract(a, b)
  const figure = trueMinus(plain(step))
  return { signed: step.digits > 0n ? `+${figure}` : figure, size: plain(magnitude(step)), rises: step.digits > 0n }
}

/** A tenth of the room between its limits, else of the figure itself: less is how readings breathe from day to day. */
const NOTABLE_PART = 10

export function isNotable({ low, high }: { low: string | null; high: string | null }, now: string | null, before: string | null): boolean {
  const [a, b, from, to] = [decimal(now), decimal(before), decimal(low), decimal(high)]
  if (a === null || b === null) return a !== b
  const step = magnitude(subtract(a, b))
  const room = from !== null && to !== null ? magnitude(subtract(to, from)) : magnitude(b)
  return step.digits !== 0n && compare(times(step, NOTABLE_PART), room) >= 0
}

/** 264–276 · ≤30 · ≥11; null without limits. */
export function limitsFigure({ low, high }: { low: string | null; high: string | null }): string | null {
  if (low !== null && high !== null) return `${trueMinus(low)}–${trueMinus(high)}`
  if (high !== null) return `≤${trueMinus(high)}`
  return low === null ? null : `≥${trueMinus(low)}`
}

export type JudgementChange = 'worse' | 'better' | 'changed' | 'same' | 'first' | 'unanswered'
interface Judged { readonly value: AnswerValue | null; readonly severity: Severity | null }

export function judgementChange(now: Judged | null, before: Judged | null): JudgementChange {
  if (!now?.value) return 'unanswered'
  if (!before?.value) return 'first'
  if (now.value !== before.value) {
    if (now.value === 'abnormal') return 'worse'
    return before.value === 'abnormal' ? 'better' : 'changed'
  }
  if (now.value !== 'abnormal' || now.severity === before.severity || !now.severity || !before.severity) return 'same'
  return now.severity < before.severity ? 'worse' : 'better'
}
