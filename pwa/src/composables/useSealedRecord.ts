import type { Ref } from 'vue'
import { documentsOf } from '../db/documents'
import type { Amendment, Seal } from '../domain/types'
import { live } from './live'

export interface SealedRecord { readonly seal: Seal | null; readonly amendments: readonly Amendment[] }

/** The seal of a round and what came after it, oldest first. */
export function useSealedRecord(roundId: Ref<string>): Readonly<Ref<SealedRecord | null>> {
  return live(async ({ db }) => {
    const [seals, amendments] = await Promise.all([
      documentsOf(db, 'seal', 'round_id', roundId.value), documentsOf(db, 'amendment', 'round_id', roundId.value),
    ])
    return { seal: seals[0] ?? null, amendments: amendments.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) }
  }, roundId)
}
