/** Which articles may help (T3): of the same category and kind, and with the same words. */
import type { Article, AssetCategory, IncidentKind } from '../domain/types'

const SAME_CATEGORY = 3
const OTHER_CATEGORY = -3
const SAME_KIND = 2
const MOST_FOR_WORDS = 6
const ENOUGH = 4
const MOST_ARTICLES = 5

export type Matched = Pick<Article, 'id' | 'category' | 'kind' | 'title_zh' | 'title_en' | 'symptom' | 'helped'>
export interface Fault { readonly category: AssetCategory | null; readonly kind: IncidentKind | null; readonly words: string }

/** The few that fit best, best first; among equals what helped more often. */
export function matchingArticles<A extends Matched>(articles: readonly A[], fault: Fault): A[] {
  const wanted = piecesOf(fault.words)
  return articles
    .map((article) => ({ article, score: scoreOf(article, fault, wanted) }))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || b.article.helped - a.article.helped || (a.article.id < b.article.id ? -1 : 1))
    .slice(0, MOST_ARTICLES)
    .map(({ article }) => article)
}

function scoreOf(article: Matched, { category, kind }: Fault, wanted: ReadonlySet<string>): number {
  const told = piecesOf([article.title_zh, article.title_en, article.symptom].map((one) => one ?? '').join('\n'))
  let score = Math.min([...wanted].filter((piece) => told.has(piece)).length, MOST_FOR_WORDS)
  if (category !== null && article.category !== null) score += article.category === category ? SAME_CATEGORY : OTHER_CATEGORY
  if (kind !== null && article.kind === kind) score += SAME_KIND
  return score
}

/** Pairs of neighbouring Chinese characters, and Latin words. */
function piecesOf(text: string): Set<string> {
  const lowered = text.toLowerCase()
  const runs = lowered.match(/[\u3400-\u9fff]+/gu) ?? []
  const pairs = runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)))
  return new Set([...pairs, ...(lowered.match(/[a-z0-9]{2,}/gu) ?? [])])
}
