import { v7 } from 'uuid'
import { checkText, MAX_CODE_CHARACTERS, MAX_WORDS_CHARACTERS } from '../domain/limits'
import type { Place } from '../domain/types'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { changed, subject } from '../sync/subjects'

export type PlaceFacts = Omit<Place, 'id'>

/** Write down a place that is new to the project; gives its id. */
export async function addPlace(projectId: string, facts: PlaceFacts): Promise<string> {
  check(facts)
  const id = v7()
  await act(() => Promise.resolve({
    name: 'describe_place',
    edits: [{ doc: id, type: 'place', key: { project_id: projectId }, set: { ...facts } }],
    rows: [madeRow('place', id, `project:${projectId}`, { ...facts, parent_id: null })],
  }))
  return id
}

/** Rename places, move them or order them anew, together; gives what stood there before. */
export async function describePlaces(wished: ReadonlyMap<string, Partial<PlaceFacts>>): Promise<ReadonlyMap<string, Partial<PlaceFacts>>> {
  const before = new Map<string, Partial<PlaceFacts>>()
  await act(async (db) => {
    const edits = await Promise.all([...wished].map(async ([id, set]) => {
      check(set)
      const { doc } = await subject(db, 'place', id)
      const differs = changed<Partial<Place>>(doc, set)
      if (differs === null) return null
      before.set(id, Object.fromEntries(Object.keys(differs).map((name) => [name, doc[name as keyof Place]])))
      return { doc: id, type: 'place' as const, set: differs }
    }))
    const some = edits.filter((edit) => edit !== null)
    return some.length === 0 ? null : { name: 'describe_place', edits: some }
  })
  return before
}

function check({ code, name_zh, name_en }: Partial<PlaceFacts>): void {
  checkText(code ?? null, MAX_CODE_CHARACTERS)
  checkText(name_zh ?? null, MAX_WORDS_CHARACTERS)
  checkText(name_en ?? null, MAX_WORDS_CHARACTERS)
}
