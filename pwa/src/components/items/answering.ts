/** What one tap or one reading sets on an answer: the fields that no longer apply go with it, so that none is signed by mistake. */
import type { Answer, AnswerFields, AnswerValue, Severity, TemplateItem } from '@/domain/types'
import { isAbnormalByItself } from '@/rules/missing'
import { readingVerdict } from '@/rules/readings'
import { isUrgent } from '@/rules/severity'

export type AnswerSet = Partial<AnswerFields>
type Known = AnswerFields | Answer | null

/** A judgement was tapped. `set` holds only what changes. */
export function judged(before: Known, value: AnswerValue): AnswerSet {
  return {
    value,
    ...(value !== 'abnormal' && before?.severity != null && { severity: null }),
    ...(value !== 'not_applicable' && before?.na_reason != null && { na_reason: null }),
    ...(value !== 'normal' && before?.overrule_reason != null && { overrule_reason: null }),
    ...(value !== 'abnormal' && before?.fixed_on_site != null && { fixed_on_site: null }),
    ...(value === 'not_applicable' && before?.reading != null && { reading: null }),
    ...(value === 'not_applicable' && before?.chosen != null && { chosen: null }),
    ...(value === 'not_applicable' && before?.text != null && { text: null }),
  }
}

/** A reading was confirmed. Outside its limits it is abnormal by itself; a judgement of the person's own stays. */
export function measured(item: TemplateItem, before: Known, reading: string): AnswerSet {
  const set: AnswerSet = {
    reading,
    ...(before?.unmeasurable_reason != null && { unmeasurable_reason: null }),
    ...(before?.overrule_reason != null && { overrule_reason: null }),
    ...(before?.na_reason != null && { na_reason: null }),
  }
  if (isOutside(item, reading)) return { ...set, value: 'abnormal' }
  if (!hasLimits(item)) return set
  if (before?.value === 'abnormal' && !isOutside(item, before.reading)) return set
  return { ...set, ...judged(before, 'normal') }
}

/** It cannot be measured today. What the machine judged from an earlier reading goes with that reading. */
export function unmeasurable(before: Known, reason: string): AnswerSet {
  const fromReading = before?.value != null && before.reading != null
  return {
    unmeasurable_reason: reason,
    ...(before?.reading != null && { reading: null }),
    ...(fromReading && { value: null, ...(before.severity != null && { severity: null }) }),
  }
}

export function isOutside(item: Pick<TemplateItem, 'low' | 'high'>, reading: string | null): boolean {
  const verdict = readingVerdict(item, reading)
  return verdict === 'below' || verdict === 'above'
}

export const hasLimits = (item: Pick<TemplateItem, 'low' | 'high'>): boolean => item.low !== null || item.high !== null

/** The person calls a reading outside its limits, or an option that means a fault, normal: that needs the person's reason. */
export const needsOverrule = (item: TemplateItem, answer: Known): boolean =>
  answer?.value === 'normal' && isAbnormalByItself(item, answer)

/** How grave it is. What is urgent always has its ticket, whoever repaired it. */
export const graded = (before: Known, severity: Severity): AnswerSet => ({
  severity,
  ...(isUrgent(severity) && before?.fixed_on_site != null && { fixed_on_site: null }),
})
