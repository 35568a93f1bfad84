/** The knowledge base searched by words: pure, so that it answers at every letter, without a network. */
import type { Article, AssetCategory } from '@/domain/types'

/** Every word must be found somewhere; in the title counts more than in the text. */
export function searchArticles(articles: readonly Article[], text: string, category: AssetCategory | ''): Article[] {
  const words = text.toLowerCase().split(/\s+/u).filter((word) => word !== '')
  const wanted = articles.filter((one) => category === '' || one.category === category)
  if (words.length === 0) return wanted
  return wanted
    .filter((one) => words.every((word) => titleOf(one).includes(word) || bodyOf(one).includes(word)))
    .sort((a, b) => hits(b, words) - hits(a, words))
}

const hits = (one: Article, words: readonly string[]): number => words.filter((word) => titleOf(one).includes(word)).length
const titleOf = ({ title_zh, title_en }: Article): string => `${title_zh}\n${title_en ?? ''}`.toLowerCase()
const bodyOf = ({ symptom, cause, solution }: Article): string => [symptom, cause, solution].map((one) => one ?? '').join('\n').toLowerCase()
