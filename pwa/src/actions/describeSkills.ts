import type { AssetCategory, Member } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

/** Say which categories of assets somebody knows; the proposal of an engineer goes by it. */
export async function describeSkills(member: Pick<Member, 'id'>, skills: readonly AssetCategory[]): Promise<void> {
  await act(async (db) => {
    const { doc } = await subject(db, 'member', member.id)
    const wished = changed<Partial<Member>>(doc, { skills: [...skills] })
    return wished === null ? null : { name: 'describe_member', edits: [{ doc: doc.id, type: 'member', set: wished }] }
  })
}
