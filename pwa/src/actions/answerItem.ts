import type { AnswerFields, CellKey } from '../domain/types'

/** Save one answer and queue it for the server. Same path with and without a network. */
export async function answerItem(roundId: string, cell: CellKey, set: Partial<AnswerFields>): Promise<void> {
  throw new Error('answerItem: not built yet')
}
