import { expect, test } from 'vitest'
import type { Article } from '@/domain/types'
import { type Fault, matchingArticles } from '@/rules/matchingArticles'
import { each, vectors } from './vectors'

type Vector = Fault & { articles: Partial<Article>[]; expect: string[] }

test.each(vectors<Vector>('matching_articles', 'matching_articles'))('articles that may help: $name', ({ articles, expect: wanted, ...fault }) => {
  expect(matchingArticles(each('article', articles), fault).map(({ id }) => id)).toEqual(wanted)
})
