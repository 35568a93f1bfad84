import { useI18n } from 'vue-i18n'
import type { ItemCell } from '@/domain/types'
import { withUnit } from '@/format/figures'
import { useFormat } from '@/format/useFormat'
import { chosenText } from '@/rules/chosen'
import { useReadingWords } from '@/components/items/readingWords'
import { isOutside } from '@/components/items/answering'

const CIRCLED_ONE = 0x2460
const CIRCLED_LAST = 20

/** ① … ⑳, then (21). */
export const circled = (n: number): string => (n <= CIRCLED_LAST ? String.fromCodePoint(CIRCLED_ONE + n - 1) : `(${n})`)

/** A finding in words: for the record (with the asset's code), and in plain words for the client. */
export function useFindingWords() {
  const { t, locale } = useI18n()
  const format = useFormat()
  const readings = useReadingWords()

  /** 电池表面温度 31.8 ℃，超上限 · 异响，积灰 */
  function what({ item, answer }: ItemCell): string {
    const reading = answer?.reading ?? null
    const measured = reading === null ? '' : `${format.title(item)} ${withUnit(reading, item.unit)}`
    const outside = isOutside(item, reading) ? t('finish.should_be', { limits: readings.limits(item) }) : ''
    const chosen = answer && chosenText(item, answer, locale.value === 'en' ? 'en' : 'zh-CN')
    const seen = [chosen, answer?.seen?.trim()].filter(Boolean).join(t('common.comma'))
    if (measured) return [measured, outside, seen].filter(Boolean).join(t('common.comma'))
    return seen ? t('finish.finding_seen', { title: format.title(item), seen }) : t('finish.finding_bare', { title: format.title(item) })
  }

  /** UPS-01 风扇与滤网：异响，积灰（III级） */
  function forRecord(cell: ItemCell): string {
    const severity = cell.answer?.severity
    const words = [cell.asset?.code, what(cell)].filter(Boolean).join(' ')
    return severity ? t('finish.with_severity', { words, severity: t(`common.severity_${severity}_short`) }) : words
  }

  /** 不间断电源的风扇与滤网：异响，积灰（较大）。 No codes, no numbers of tickets. */
  function forClient(cell: ItemCell): string {
    const severity = cell.answer?.severity
    const words = cell.asset ? t('finish.client_of', { asset: format.name(cell.asset), words: what(cell) }) : what(cell)
    const graded = severity ? t('finish.with_severity', { words, severity: t(`round.severity_word_${severity}`) }) : words
    return t('finish.sentence', { words: graded })
  }

  /** Numbered lines for one box of the form; empty when nobody wrote anything. */
  function numbered(cells: readonly ItemCell[], line: (cell: ItemCell) => string): string {
    const lines = cells.map((cell, at) => ({ text: line(cell).trim(), mark: cells.length > 1 ? `${circled(at + 1)} ` : '' }))
    return lines
      .filter(({ text }) => text !== '')
      .map(({ text, mark }) => mark + text)
      .join('\n')
  }

  return { what, forRecord, forClient, numbered }
}
