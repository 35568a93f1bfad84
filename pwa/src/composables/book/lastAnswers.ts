/** What was answered on the round before: for "same as last time". */
import { documentsOf } from '../../db/documents'
import type { PersonDatabase } from '../../db/personDatabase'
import type { LastAnswer, Round } from '../../domain/types'
import { roundBefore } from './roundBefore'

export async function readLastAnswers(db: PersonDatabase, round: Round, projectId: string): Promise<LastAnswer[]> {
  const before = await roundBefore(db, round, projectId)
  if (before === null) return []
  const answers = await documentsOf(db, 'answer', 'round_id', before.id)
  return answers.map((answer) => ({ answer, day: before.occurrence_date }))
}
