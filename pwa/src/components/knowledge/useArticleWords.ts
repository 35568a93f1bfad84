import { useI18n } from 'vue-i18n'
import type { Article } from '@/domain/types'

/** What an article is about and how often it helped, in one line. */
export function useArticleWords() {
  const { t } = useI18n()
  return {
    about: ({ category, kind, helped }: Pick<Article, 'category' | 'kind' | 'helped'>): string =>
      [
        category === null ? t('knowledge.any_category') : t(`common.category_${category}`),
        kind === null ? '' : t(`intake.kind_${kind}`),
        helped > 0 ? t('knowledge.helped', helped) : '',
      ].filter((part) => part !== '').join(t('common.dot')),
  }
}
