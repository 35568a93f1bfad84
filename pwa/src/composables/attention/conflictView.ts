/** Two values side by side: who said each, when, and what choosing it means. */
import { getDocument } from '../../db/documents'
import type { Answer, Conflict, ConflictSide, ConflictView, Json, Member, TemplateItem } from '../../domain/types'
import { memberId } from '../../rules/ids'
import type { Phone } from '../../sync/phone'

export async function conflictView(phone: Phone, projectId: string, conflict: Conflict): Promise<ConflictView> {
  const { db, person_id } = phone
  const round = await getDocument(db, 'round', conflict.round_id)
  const answer = await getDocument(db, 'answer', conflict.doc_id)
  const template = await getDocument(db, 'template', round?.template_id ?? null)
  const item = itemOf(template?.items ?? [], answer)
  const member = (personId: string | null): Promise<Member | null> =>
    getDocument(db, 'member', personId === null ? null : memberId(projectId, personId))
  const side = async (value: Json, by: string | null, at: string | null, choice: 'keep' | 'take'): Promise<ConflictSide> =>
    ({ value, by, at, choice, member: await member(by), is_mine: by === person_id })
  const standing = await side(conflict.standing_value, conflict.standing_by, conflict.standing_at, 'keep')
  const kept = await side(conflict.kept_value, conflict.kept_by, conflict.kept_at, 'take')
  return {
    conflict, round, item, answer, standing, kept,
    asset: await getDocument(db, 'asset', answer?.asset_id ?? (conflict.doc_type === 'asset' ? conflict.doc_id : null)),
    title_zh: item?.title_zh ?? round?.name_zh ?? '',
    title_en: item?.title_en ?? round?.name_en ?? '',
    mine: [standing, kept].find(({ is_mine }) => is_mine) ?? null,
    theirs: [standing, kept].find(({ is_mine }) => !is_mine) ?? null,
  }
}

const itemOf = (items: readonly TemplateItem[], answer: Answer | null): TemplateItem | null =>
  items.find((item) => item.check_key === answer?.check_key) ?? null
