import { computed, type Ref } from 'vue'
import { documentsOfType, getDocument, workOf } from '../db/documents'
import type { Article, WorkState } from '../domain/types'
import { type Fault, matchingArticles } from '../rules/matchingArticles'
import { live } from './live'

/** All that was learnt, what helped most first. The whole of it is on this phone. */
export function useArticles(): Readonly<Ref<readonly Article[] | null>> {
  return live(async ({ db }) => (await documentsOfType(db, 'article')).sort((a, b) => b.helped - a.helped || (a.id < b.id ? 1 : -1)))
}

/** Articles that may help with this fault, best first. */
export function useMatchingArticles(fault: Readonly<Ref<Fault>>): Readonly<Ref<readonly Article[]>> {
  const articles = useArticles()
  return computed(() => matchingArticles(articles.value ?? [], fault.value))
}

export interface ArticleView { readonly article: Article; readonly work: WorkState }

export function useArticle(id: Readonly<Ref<string>>): Readonly<Ref<ArticleView | null>> {
  return live(async ({ db }) => {
    const [article, row] = await Promise.all([getDocument(db, 'article', id.value), db.documents.get(id.value)])
    return article === null || row === undefined ? null : { article, work: workOf(row) }
  }, id)
}
