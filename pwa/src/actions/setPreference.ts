import type { Preference } from '../domain/types'
import { preferenceId } from '../rules/ids'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'

export type Wishes = Partial<Omit<Preference, 'id'>>

/** How this person wants to be told. */
export async function setPreference(wishes: Wishes): Promise<void> {
  await act(async (db, { by }) => {
    const id = preferenceId(by)
    const known = await db.documents.get(id)
    const set = Object.fromEntries(Object.entries(wishes).filter(([name, value]) => known?.fields[name] !== value))
    if (Object.keys(set).length === 0) return null
    const empty = { email: null, quiet_from: null, quiet_to: null, language: null }
    const rows = known === undefined ? [madeRow('preference', id, `user:${by}`, empty)] : []
    return { name: 'set_preference', edits: [{ doc: id, type: 'preference', key: { person_id: by }, set }], rows }
  })
}
