import type { Ref } from 'vue'
import { documentsOfType } from '../db/documents'
import type { Notice } from '../domain/types'
import { live } from './live'

const MOST = 200

/** Messages to this person: those not seen first, the newest at the top. */
export function useNotices(): Readonly<Ref<readonly Notice[] | null>> {
  return live(async ({ db }) => {
    const all = await documentsOfType(db, 'notice')
    return all.sort((a, b) => Number(a.read_at !== null) - Number(b.read_at !== null) || (a.at < b.at ? 1 : -1)).slice(0, MOST)
  })
}
