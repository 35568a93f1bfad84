/**
 * Found and put right at once: recorded as abnormal with a photo before and one after; no ticket is opened for it.
 * Severity I and II always have their ticket: they must be told at once, whoever repaired them (domain.md R4, T4).
 */
import type { Answer } from '../domain/types'
import { isUrgent } from './severity'

export const isFixedOnSite = ({ fixed_on_site, value, severity }: Pick<Answer, 'fixed_on_site' | 'value' | 'severity'>): boolean =>
  fixed_on_site === true && value === 'abnormal' && !isUrgent(severity)
