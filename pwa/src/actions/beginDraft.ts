import { v7 } from 'uuid'
import type { Decision, TemplateDraft } from '../domain/types'
import { decide } from '../sync/decide'

export type DraftBeginning = Pick<TemplateDraft, 'key' | 'name_zh' | 'name_en' | 'based_on_id'>

/** Begin the next version of a checklist; gives the draft's id and what came of it. */
export async function beginDraft(beginning: DraftBeginning): Promise<{ readonly id: string; readonly decision: Decision }> {
  const id = v7()
  const { key, name_zh, name_en, based_on_id } = beginning
  const decision = await decide(() => Promise.resolve({ name: 'begin_draft', doc: id, args: { key, name_zh, name_en, based_on_id }, seen: {} }))
  return { id, decision }
}
