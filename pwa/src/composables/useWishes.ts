import type { Ref } from 'vue'
import { getDocument } from '../db/documents'
import type { Preference } from '../domain/types'
import { preferenceId } from '../rules/ids'
import { live } from './live'

/** How this person wants to be told; empty until they said. */
export function useWishes(): Readonly<Ref<Omit<Preference, 'id'> | null>> {
  return live(async ({ db, person_id }) =>
    (await getDocument(db, 'preference', preferenceId(person_id))) ?? { email: null, quiet_from: null, quiet_to: null, language: null })
}
