/** A call being taken down: what is missing, who calls. Pure. */
import type { Intake, IntakeLack } from '@/domain/types'
import type { Suggestion } from '@/rules/suggestedSeverity'

export const emptyIntake = (id: string): Intake => ({
  id, started_at: '', channel: 'call', caller: '', caller_organisation: '', asset_id: null, elsewhere: false, words: '', kind: null, found_at: null, effect: null,
  severity: null, severity_reason: '', remote_tried: null, remote_result: '', assignee_id: null, joins: null,
})

export const isBegun = ({ started_at }: Intake): boolean => started_at !== ''

/** What must be said before a ticket is raised; nothing of it for who only registers or joins one that is there. */
export function lacksOf(intake: Intake, suggestion: Suggestion | null): IntakeLack[] {
  const lacks: [IntakeLack, boolean][] = [
    ['caller', intake.caller.trim() === ''],
    ['words', intake.words.trim() === ''],
    ['kind', intake.joins === null && intake.kind === null],
    ['severity', intake.joins === null && intake.severity === null],
    ['reason', intake.joins === null && differs(intake, suggestion) && intake.severity_reason.trim() === ''],
  ]
  return lacks.flatMap(([lack, is_so]) => (is_so ? [lack] : []))
}

/** To be registered only: who it was and what about. */
export const lacksToRegister = ({ caller, words }: Intake): IntakeLack[] =>
  [caller.trim() === '' ? ['caller' as const] : [], words.trim() === '' ? ['words' as const] : []].flat()

/** Somebody graded otherwise than the table says: they tell why. */
export const differs = ({ severity }: Intake, suggestion: Suggestion | null): boolean =>
  severity !== null && suggestion !== null && severity !== suggestion.severity

export interface Caller { readonly name: string | null; readonly phone: string | null }

/** `张三 138 0000 0001`: what ends in digits is the number; the rest is the name. */
export function callerOf(typed: string): Caller {
  const text = typed.trim()
  const phone = (/(?:^|\s)((?:\+|\()?\d[\d\s()-]{3,}\d)$/u.exec(text) ?? /[^\d\s+()-](\d{7,})$/u.exec(text))?.[1] ?? null
  const name = (phone === null ? text : text.slice(0, text.length - phone.length)).trim()
  return { name: name === '' ? null : name, phone }
}

export const typedCaller = ({ name, phone }: Caller): string => [name, phone].filter((part) => part).join(' ')
