import type { Project, ProjectWish } from '../domain/types'
import { act } from '../sync/act'
import { changed, subject } from '../sync/subjects'

/** Change what is known of the project; false when nothing is different. */
export async function describeProject(id: string, wish: ProjectWish): Promise<boolean> {
  const op = await act(async (db) => {
    const { doc } = await subject(db, 'project', id)
    const set = changed<Project>(doc, wish)
    return set === null ? null : { name: 'describe_project', edits: [{ doc: id, type: 'project', set }] }
  })
  return op !== null
}
