import { computed, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { ItemCell, RoundBook } from '@/domain/types'
import { announce } from '@/feedback/announce'
import { useFormat } from '@/format/useFormat'
import { assetName } from '@/rules/assetName'
import { spokenRows } from './formRows'
import type { PageSaving } from './pageSaving'
import { useReadingWords } from './readingWords'
import type { ItemsSectionView, useItemsPage } from './useItemsPage'

interface Shown {
  readonly book: Ref<RoundBook | null>
  readonly page: ReturnType<typeof useItemsPage>
  readonly saving: PageSaving
  /** Something is typed or asked about that does not count yet: no word of saving meanwhile. */
  readonly undecided: Ref<boolean>
}

/** What the bar says: the place, and when the last change reached the disk. */
export function useItemsTitle({ book, page, saving, undecided }: Shown) {
  const { t, locale } = useI18n()
  const format = useFormat()
  const words = useReadingWords()
  const join = (...parts: string[]) => parts.filter(Boolean).join(t('common.dot'))
  const nameOf = (section: ItemsSectionView | undefined) =>
    section?.sheet ? assetName(section.sheet.asset, locale.value === 'en' ? 'en' : 'zh-CN') : t('round.whole_round')

  const saved = computed(() => (saving.saved_at.value && !undecided.value ? t('common.saved_here_at', { at: format.exact(saving.saved_at.value) }) : ''))
  const focused = computed(() => (page.whole.value ? page.current.value : null))
  const title = computed(() => {
    if (focused.value) return `${focused.value.ordinal} ${format.title(focused.value.item)}`
    if (page.everything.value) return book.value ? format.name(book.value.round) : ''
    return page.sections.value[0] ? nameOf(page.sections.value[0]) : t('round.items')
  })
  const filled = (cells: readonly ItemCell[]) => cells.filter((cell) => cell.filled).length
  const figuresOf = ({ cells }: Pick<ItemsSectionView, 'cells'>) => t('round.filled_of', { n: filled(cells), total: cells.length })

  /** 汇入记录单第 1、2 行 */
  const rows = computed(() => {
    const numbers = [...new Set(page.cells.value.flatMap(({ item }) => item.form_row ?? []))]
    return numbers.length > 0 && !page.everything.value ? t('round.form_rows', { rows: spokenRows(numbers, t('common.list_mark')) }, numbers.length) : ''
  })
  const savedBefore = ({ saved_at }: ItemCell) => (saved_at && !undecided.value ? t('common.saved_here_at', { at: format.exact(saved_at) }) : '')
  const sub = computed(() => {
    const cell = focused.value
    if (!cell) return join(figuresOf({ cells: page.cells.value }), saved.value || rows.value)
    // While a number is being typed its limits matter; that it is saved, once it is an answer.
    const limits = cell.item.kind === 'reading' && (cell.answer?.reading == null || undecided.value) ? words.limits(cell.item) : ''
    return join(cell.asset?.code ?? t('round.whole_round'), limits ? t('round.limits', { limits }) : saved.value || savedBefore(cell))
  })

  // Once per item: a screen reader is told that it is saved, not how often.
  let told: string | null = null
  watch(saving.saved_at, (at) => {
    const key = page.openKey.value
    if (at === null || key === told) return
    told = key
    announce(t('round.saved_on_phone'))
  })

  return { title, sub, headingOf: nameOf, figuresOf }
}
