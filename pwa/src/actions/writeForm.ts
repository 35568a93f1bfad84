import type { Round } from '../domain/types'
export type FormTexts = Pick<Round, 'problem' | 'solution' | 'cause' | 'equipment' | 'suggestion' | 'remark'>

/** Save the texts of the paper form. */
export async function writeForm(roundId: string, set: Partial<FormTexts>): Promise<void> {
  throw new Error('writeForm: not built yet')
}
