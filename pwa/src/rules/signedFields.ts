/** The fields that a signature covers. */
import type { Answer, Round } from '../domain/types'

export const FORM_FIELDS = ['problem', 'solution', 'cause', 'equipment', 'suggestion', 'remark'] as const
export const WORD_FIELDS = ['seen', 'indication', 'actual', 'remark', 'na_reason', 'unmeasurable_reason'] as const
export const FINDING_FIELDS = ['value', 'severity', 'reading'] as const
export const ANSWER_FIELDS = [...FINDING_FIELDS, ...WORD_FIELDS] as const

export type FormField = (typeof FORM_FIELDS)[number] & keyof Round
export type AnswerField = (typeof ANSWER_FIELDS)[number] & keyof Answer
