import type { Article } from '../domain/types'
import { act } from '../sync/act'
import { subject } from '../sync/subjects'

/** This article led to the solution: it is shown earlier to the next one. */
export async function sayArticleHelped(article: Pick<Article, 'id'>, ticketId: string | null = null): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'article', article.id)
    return {
      name: 'article_helped', doc: doc.id, args: ticketId === null ? {} : { ticket_id: ticketId },
      patches: [{ doc: doc.id, set: { helped: doc.helped + 1 } }],
    }
  })
}
