/** The fields that a signature covers. */
import type { Answer, Round } from '../domain/types'

export const FORM_FIELDS = ['problem', 'solution', 'cause', 'equipment', 'suggestion', 'remark'] as const
export const WORD_FIELDS = ['seen', 'indication', 'actual', 'remark', 'na_reason', 'unmeasurable_reason', 'text'] as const
export const FINDING_FIELDS = ['value', 'severity', 'reading', 'chosen', 'fixed_on_site'] as const
/** Written only where they say something: what was signed before they existed is, byte for byte, what it was. */
export const LATER_FIELDS = ['chosen', 'fixed_on_site', 'text'] as const
export const ANSWER_FIELDS = [...FINDING_FIELDS, ...WORD_FIELDS] as const

export type FormField = (typeof FORM_FIELDS)[number] & keyof Round
export type LaterField = (typeof LATER_FIELDS)[number]
export type AnswerField = (typeof ANSWER_FIELDS)[number] & keyof Answer
