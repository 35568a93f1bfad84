/** What was chosen, in words. */
import type { Answer, TemplateItem } from '../domain/types'
import type { Language } from './language'
import { localised } from './language'

/** Titles of the options taken, in the order of the item; an option that the item does not have by its key. */
export function chosenText(
  { options }: Pick<TemplateItem, 'options'>,
  { chosen }: Partial<Pick<Answer, 'chosen'>>,
  language: Language,
): string | null {
  const taken = chosen ?? []
  const titles = new Map(options.map((option) => [option.key, localised(option.title_zh, option.title_en, language)]))
  const order = [...[...titles.keys()].filter((key) => taken.includes(key)), ...taken.filter((key) => !titles.has(key))]
  return order.map((key) => titles.get(key) ?? key).join(language === 'en' ? ', ' : '、') || null
}
