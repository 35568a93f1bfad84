/**
 * What a signature is given for: the content shown, as canonical JSON (RFC 8785), and its SHA-256.
 * A signed copy never changes. Whether it still stands is asked by comparing what was signed with what the
 * round says now, by the template's `resign` rule; what differs is printed as changes after signature.
 */
import canonicalize from 'canonicalize'
import type { Answer, Asset, Json, Project, Round, Template, TemplateItem } from '../domain/types'
import { assetName } from './assetName'
import { isBlank } from './blank'
import { chosenText } from './chosen'
import type { Cell } from './items'
import { cellKey } from './items'
import type { Language } from './language'
import { localised } from './language'
import type { AnswerField, FormField, LaterField } from './signedFields'
import { ANSWER_FIELDS, FORM_FIELDS, LATER_FIELDS, WORD_FIELDS } from './signedFields'

export { ANSWER_FIELDS, FORM_FIELDS } from './signedFields'
export type { AnswerField, FormField } from './signedFields'
export { changesAfter, signatureStands } from './signatureStands'
export type { Change } from './signatureStands'

export const SCHEMA = 1
const LATER: ReadonlySet<string> = new Set(LATER_FIELDS)
export type SignedAnswer = Pick<Answer, 'asset_id' | 'check_key' | Exclude<AnswerField, LaterField>> & Partial<Pick<Answer, LaterField>> & {
  readonly asset_name: string | null
  readonly title: string
  readonly unit: string | null
  readonly chosen_words?: string
}

export interface SignedContent {
  readonly schema: number
  readonly language: Language
  readonly project: { readonly name: string; readonly contract_number: string | null }
  readonly round: {
    readonly id: string
    readonly number: string | null
    readonly name: string
    readonly occurrence_date: string
  }
  readonly template: { readonly key: string; readonly version: number }
  readonly staff: readonly string[]
  readonly time: string
  readonly form: Readonly<Record<FormField, string | null>>
  readonly answers: readonly SignedAnswer[]
  readonly photos: readonly string[]
  readonly counts: Readonly<Record<'assets' | 'items' | 'normal' | 'abnormal' | 'not_applicable' | 'photos', number>>
}

export type NamedAsset = Pick<Asset, 'id' | 'category' | 'code' | 'name_zh' | 'name_en'>
export type SignedAnswerFacts = Pick<Answer, 'asset_id' | 'check_key' | AnswerField>

export interface SignedFacts {
  readonly language: Language
  readonly project: Pick<Project, 'name_zh' | 'name_en' | 'contract_number'>
  readonly round: Pick<Round, 'id' | 'number' | 'name_zh' | 'name_en' | 'occurrence_date' | FormField>
  readonly template: Pick<Template, 'key' | 'version'>
  readonly staff: readonly string[]
  readonly time: string
  readonly cells: readonly Cell<NamedAsset>[]
  readonly answers: readonly SignedAnswerFacts[]
  readonly photo_hashes: readonly string[]
}

/** The content to show and sign: `cells` in the order shown; items without an answer are counted, not listed. */
export function signedContent(facts: SignedFacts): SignedContent {
  const { language, project, round, template, cells } = facts
  const byCell = new Map(facts.answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
  const answers = cells.flatMap((cell) => {
    const answer = byCell.get(cellKey(cell.asset?.id ?? null, cell.item.check_key))
    return answer !== undefined && saysSomething(answer) ? [signedAnswer(cell, answer, language)] : []
  })
  const count = (value: Answer['value']): number => answers.filter((answer) => answer.value === value).length
  const photos = [...facts.photo_hashes].sort()
  return wellFormed({
    schema: SCHEMA,
    language,
    project: { name: localised(project.name_zh, project.name_en, language), contract_number: project.contract_number },
    round: {
      id: round.id,
      number: round.number,
      name: localised(round.name_zh, round.name_en, language),
      occurrence_date: round.occurrence_date,
    },
    template: { key: template.key, version: template.version },
    staff: facts.staff,
    time: facts.time,
    form: pick(round, FORM_FIELDS),
    answers,
    photos,
    counts: {
      assets: new Set(cells.flatMap(({ asset }) => (asset === null ? [] : [asset.id]))).size,
      items: cells.length,
      normal: count('normal'),
      abnormal: count('abnormal'),
      not_applicable: count('not_applicable'),
      photos: photos.length,
    },
  })
}

export function canonical(content: SignedContent | Json): string {
  const text = canonicalize(content)
  if (text === undefined) throw new TypeError('only JSON has a canonical form')
  return text
}

/** SHA-256, lower-case hex. Asynchronous: take it before a Dexie transaction begins, never inside. */
export async function contentHash(canonicalText: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalText))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const saysSomething = (answer: SignedAnswerFacts): boolean =>
  answer.value !== null || isSaid(answer.chosen) || !isBlank(answer.reading) || WORD_FIELDS.some((field) => !isBlank(answer[field]))

function signedAnswer({ asset, item }: Cell<NamedAsset>, answer: SignedAnswerFacts, language: Language): SignedAnswer {
  return {
    asset_id: answer.asset_id,
    asset_name: asset && assetName(asset, language),
    check_key: answer.check_key,
    title: localised(item.title_zh, item.title_en, language),
    unit: item.unit,
    ...pick(answer, EARLIER_FIELDS),
    ...pick(answer, LATER_FIELDS.filter((field) => isSaid(answer[field]))),
    ...chosenWords(item, answer, language),
  }
}

const EARLIER_FIELDS = ANSWER_FIELDS.filter((field): field is Exclude<AnswerField, LaterField> => !LATER.has(field))

function chosenWords(item: TemplateItem, answer: SignedAnswerFacts, language: Language): { chosen_words?: string } {
  const words = chosenText(item, answer, language)
  return words === null ? {} : { chosen_words: words }
}

const isSaid = (value: Answer[LaterField] | undefined): boolean => (typeof value === 'object' && value !== null ? value.length > 0 : Boolean(value))

/** These fields and no others; one that is not there yet is null, as on the wire. */
function pick<T, K extends keyof T & string>(source: T, fields: readonly K[]): Pick<T, K> {
  return Object.fromEntries(fields.map((field) => [field, source[field] ?? null])) as Pick<T, K>
}

/** Half a 4-byte character (an input cut in two) has no UTF-8: it is shown, and signed, as U+FFFD. */
function wellFormed<T>(value: T): T {
  const text = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'string' ? member.replace(/\p{Surrogate}/gu, '\ufffd') : member,
  )
  return JSON.parse(text) as T
}
