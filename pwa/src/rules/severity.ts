/** Severity (事件定级): I is worst and is 1. Which one stands where several are said. */
import type { Severity } from '../domain/types'

export const SEVERITIES: readonly Severity[] = [1, 2, 3, 4]

const ROMAN = { 1: 'I', 2: 'II', 3: 'III', 4: 'IV' } as const

export function worstSeverity(severities: readonly (Severity | null)[]): Severity | null {
  return severities.reduce<Severity | null>((worst, severity) => (isWorse(severity, worst) ? severity : worst), null)
}

/** Graded is worse than not graded; a lower number is worse. */
export const isWorse = (severity: Severity | null, than: Severity | null): boolean =>
  severity !== null && (than === null || severity < than)

/** I and II raise their ticket from a draft; III and IV wait for the submit. */
export const isUrgent = (severity: Severity | null): boolean => severity === 1 || severity === 2

export const roman = (severity: Severity): string => ROMAN[severity]
