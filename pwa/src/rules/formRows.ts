/** The seven rows of the printed 巡检记录单, from the answers of the items that belong to each. */
import type { Answer, AnswerValue, Asset, Template } from '../domain/types'
import { isBlank } from './blank'
import type { Cell } from './items'
import { chosenText } from './chosen'
import { cellKey, shownCells } from './items'
import type { AnswerFacts } from './missing'
import { missingField } from './missing'

export const ROWS = [1, 2, 3, 4, 5, 6, 7] as const
export const WORST_FIRST: readonly AnswerValue[] = ['abnormal', 'normal', 'not_applicable']

/** One text of a row, and the asset that it is about (null: the row as a whole). */
export interface RowEntry {
  readonly asset_id: string | null
  readonly text: string
}

/** What the engineer wrote for the row itself. */
export interface RowText {
  readonly indication: string | null
  readonly actual: string | null
}

export interface FormRow {
  readonly row: number
  readonly status: AnswerValue | null
  readonly indication: readonly RowEntry[]
  readonly actual: readonly RowEntry[]
}

type AssetFacts = Pick<Asset, 'id' | 'category'>
type RowAnswer = AnswerFacts & Pick<Answer, 'asset_id' | 'check_key' | 'indication' | 'actual'>
interface AnsweredCell extends Cell<AssetFacts> {
  readonly answer: RowAnswer | null
}

/** Rows 1 to 7. A required item without a value leaves its row's status blank; so does a row of no items. */
export function formRows(
  template: Pick<Template, 'items'>,
  assets: readonly AssetFacts[],
  answers: readonly RowAnswer[],
  rowTexts: Readonly<Record<number, RowText>> = {},
): FormRow[] {
  const byCell = new Map(answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
  const cells = shownCells(template, assets, answers).map((cell) => ({
    ...cell,
    answer: byCell.get(cellKey(cell.asset?.id ?? null, cell.item.check_key)) ?? null,
  }))
  return ROWS.map((row) =>
    formRow(
      row,
      cells.filter(({ item }) => item.form_row === row),
      rowTexts[row],
    ),
  )
}

export const worstValue = (values: readonly (AnswerValue | null)[]): AnswerValue | null =>
  WORST_FIRST.find((value) => values.includes(value)) ?? null

function formRow(row: number, cells: readonly AnsweredCell[], own: RowText | undefined): FormRow {
  const unanswered = cells.some((cell) => cell.item.required && isUnanswered(cell))
  const telling = cells.filter(tells)
  return {
    row,
    status: unanswered ? null : worstValue(cells.map(({ answer }) => answer?.value ?? null)),
    indication: isBlank(own?.indication)
      ? telling.flatMap((cell) => entry(cell.asset, cell.answer?.indication))
      : entry(null, own?.indication),
    actual: isBlank(own?.actual) ? telling.flatMap((cell) => entry(cell.asset, actual(cell))) : entry(null, own?.actual),
  }
}

const isUnanswered = ({ item, answer }: AnsweredCell): boolean =>
  (answer?.value ?? null) === null && missingField(item, answer) !== null

/** An abnormal answer speaks for its row; one given for the whole round (rows 6 and 7) always does. */
const tells = ({ asset, answer }: AnsweredCell): boolean =>
  answer !== null && (asset === null || answer.value === 'abnormal')

/** What was measured or observed: the words, else the reading with its unit, what was chosen, what was written. */
function actual({ item, answer }: AnsweredCell): string | null {
  const reading = answer?.reading ?? null
  if (!isBlank(answer?.actual)) return answer?.actual ?? null
  if (reading === null || isBlank(reading)) return answer && (chosenText(item, answer, 'zh-CN') ?? answer.text)
  return isBlank(item.unit) ? reading : `${reading}\u00a0${item.unit}`
}

const entry = (asset: AssetFacts | null, text: string | null | undefined): RowEntry[] =>
  isBlank(text) ? [] : [{ asset_id: asset?.id ?? null, text: text ?? '' }]
