import { expect, it } from 'vitest'
import { searchArticles } from '@/components/knowledge/articleSearch'
import type { Article } from '@/domain/types'

const article = (id: string, over: Partial<Article>): Article => ({
  id, category: null, kind: null, title_zh: id, title_en: null, symptom: null, cause: null, solution: null, helped: 0, ...over,
})
const all = [
  article('a', { title_zh: '重启后不出图', symptom: '大屏黑', category: 'live_display' }),
  article('b', { title_zh: '大屏局部黑屏', solution: 'Check the output card', category: 'live_display' }),
  article('c', { title_zh: '风扇异响', category: 'ups' }),
]
const find = (text: string, category: Article['category'] | '' = ''): string[] => searchArticles(all, text, category ?? '').map(({ id }) => id)

it('finds by every word, those in the title first', () => {
  expect(find('大屏 黑')).toEqual(['b', 'a'])
  expect(find('OUTPUT card')).toEqual(['b'])
  expect(find('风扇 大屏')).toEqual([])
})
it('shows all without words, of a category where one is chosen', () => {
  expect(find('')).toEqual(['a', 'b', 'c'])
  expect(find('', 'ups')).toEqual(['c'])
})
