/** Items of a draft as the phone would list them, with what was tried in the preview; nothing of it is stored. */
import type { Answer, AnswerFields, AssetCategory, DraftItem, ItemCell } from '@/domain/types'
import { holds, isAnswered } from '@/rules/conditions'

export type Tried = ReadonlyMap<string, Partial<AnswerFields>>
const NO_WORK = { pending: false, refused: null } as const
const BLANK: AnswerFields = {
  value: null, severity: null, reading: null, seen: null, indication: null, actual: null, remark: null, na_reason: null, unmeasurable_reason: null,
  overrule_reason: null, separate_ticket: null, chosen: null, text: null, fixed_on_site: null, same_as_last: null,
}

/** `category` null: the items of the whole round. */
export function previewCells(items: readonly DraftItem[], category: AssetCategory | null, tried: Tried): ItemCell[] {
  const round = items.filter(({ scope }) => scope === 'round')
  const answered = new Map<string, Answer>()
  const ofRound = shown(round, tried, answered)
  if (category === null) return ofRound.map(cell)
  const asset = items.filter(({ scope, categories }) => scope === 'asset' && (categories.length === 0 || categories.includes(category)))
  return shown(asset, tried, answered).map(cell)
}

interface Shown { readonly item: DraftItem; readonly answer: Answer | null }

function shown(items: readonly DraftItem[], tried: Tried, answered: Map<string, Answer>): Shown[] {
  const found: Shown[] = []
  for (const item of items) {
    if (item.shown_if !== null && !holds(item.shown_if, answered)) continue
    const said = tried.get(item.check_key)
    const answer = said === undefined ? null : answerOf(item, said)
    if (answer !== null) answered.set(item.check_key, answer)
    found.push({ item, answer })
  }
  return found
}

function answerOf(item: DraftItem, said: Partial<AnswerFields>): Answer {
  const place = { id: item.id, round_id: 'preview', asset_id: null, check_key: item.check_key }
  return { ...place, ...BLANK, ...said, answered_at: null, answered_by: null }
}

function cell({ item, answer }: Shown, at: number): ItemCell {
  return {
    key: item.id, item: { ...item, ordinal: at + 1 }, ordinal: at + 1, asset: null, answer_id: item.id, answer, photos: [], open_ticket: null,
    last_readings: [], filled: isAnswered(answer), missing: null, conflict: null, comments: [], saved_at: null, work: NO_WORK,
  } as unknown as ItemCell // what else a round's cell has is of no round here
}
