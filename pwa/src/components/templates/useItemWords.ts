import { useI18n } from 'vue-i18n'
import type { Condition, ItemOption, TemplateItem } from '@/domain/types'
import { withUnit } from '@/format/figures'
import { useFormat } from '@/format/useFormat'
import type { DiffField, DiffItem } from '@/rules/templateDiff'

type Named = Pick<DiffItem, 'check_key' | 'title_zh' | 'title_en' | 'options'>
const FLAGS: ReadonlySet<string> = new Set(['required', 'has_indication', 'has_actual', 'multiple', 'scan'])
const NOTHING: Readonly<Record<string, string>> = {
  decimals: 'templates.as_typed', form_row: 'templates.no_form_row', categories: 'templates.all_categories', shown_if: 'templates.condition_always',
}

/** Items of a checklist, their fields and conditions, as sentences. */
export function useItemWords() {
  const { t } = useI18n()
  const format = useFormat()
  const title = (item: Pick<DiffItem, 'title_zh' | 'title_en'>): string => format.title(item) || t('templates.untitled')
  const listed = (words: readonly string[]): string => words.join(t('common.dot'))

  function leaf(said: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>, items: readonly Named[]): string {
    const named = items.find((one) => one.check_key === said.item)
    const item = named ? title(named) : said.item
    if ('is' in said) return t('templates.says', { item, test: t(`templates.test_${said.is}`) })
    if ('chosen' in said) {
      const option = named?.options.find(({ key }) => key === said.chosen)
      return t('templates.says', { item, test: t('templates.test_chosen', { title: option ? title(option) : said.chosen }) })
    }
    if (said.above !== undefined && said.below !== undefined) return t('templates.says_between', { item, above: said.above, below: said.below })
    return said.above !== undefined ? t('templates.says_above', { item, value: said.above }) : t('templates.says_below', { item, value: said.below })
  }

  function condition(said: Condition, items: readonly Named[]): string {
    if ('all' in said) return said.all.map((part) => condition(part, items)).join(t('templates.says_all'))
    if ('any' in said) return said.any.map((part) => condition(part, items)).join(t('templates.says_any'))
    return 'not' in said ? t('templates.says_not', { words: condition(said.not, items) }) : leaf(said, items)
  }

  /** A field's value; `items`: those that a condition may name. */
  function value(field: DiffField, of: unknown, items: readonly Named[]): string {
    if (of === null || of === '' || (Array.isArray(of) && of.length === 0)) return t(NOTHING[field] ?? 'templates.empty')
    if (FLAGS.has(field)) return t(of === true ? 'templates.yes' : 'templates.no')
    if (field === 'kind') return t(`templates.kind_${String(of)}`)
    if (field === 'scope') return t(`templates.scope_${String(of)}`)
    if (field === 'photo') return t(`templates.photo_${String(of)}`)
    if (field === 'categories') return listed((of as DiffItem['categories']).map((one) => t(`common.category_${one}`)))
    if (field === 'options') return listed((of as readonly ItemOption[]).map(option))
    if (field === 'form_row') return t('templates.form_row_n', { n: String(of) })
    if (field === 'shown_if') return condition(of as Condition, items)
    return Array.isArray(of) ? listed(of as string[]) : typeof of === 'object' ? JSON.stringify(of) : String(of as string | number)
  }
  const option = (one: ItemOption): string => (one.abnormal ? `${title(one)} (${t('templates.option_is_abnormal')})` : title(one))

  /** Kind, limits and whom it is asked, in one line. */
  function summary(item: Omit<TemplateItem, 'ordinal'>): string {
    const { low, high } = item
    const between = low !== null && high !== null ? `${low}–${high}` : low !== null ? `≥ ${low}` : high !== null ? `≤ ${high}` : ''
    const limits = item.kind === 'reading' && between !== '' ? withUnit(between, item.unit) : ''
    const asked = item.scope === 'round' ? t('templates.scope_round') : value('categories', item.categories, [])
    return listed([t(`templates.kind_${item.kind}`), limits, asked].filter((part) => part !== ''))
  }

  return { title, condition, value, summary, field: (name: string) => t(`templates.field_${name}`) }
}
