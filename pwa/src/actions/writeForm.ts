import { checkTexts } from '../domain/limits'
import type { Round } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

export type FormTexts = Pick<Round, 'problem' | 'solution' | 'cause' | 'equipment' | 'suggestion' | 'remark'>

/** Save the texts of the paper form. */
export async function writeForm(roundId: string, set: Partial<FormTexts>): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'round', roundId)
    const wished = changed(doc, set)
    if (wished === null) return null
    checkTexts(wished)
    return { name: 'write_form', round_id: roundId, edits: [{ doc: roundId, type: 'round', set: wished }] }
  })
}
