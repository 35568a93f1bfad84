import type { Member } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

export type MemberWish = Partial<Pick<Member, 'display_name_zh' | 'display_name_en' | 'title_zh' | 'title_en' | 'phone'>>

/** Change what the others of a project see of somebody. */
export async function describeMember(memberId: string, wish: MemberWish): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'member', memberId)
    const set = changed<Member>(doc, wish)
    return set === null ? null : { name: 'describe_member', edits: [{ doc: doc.id, type: 'member', set }] }
  })
}
