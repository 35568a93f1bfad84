import type { Ref } from 'vue'
import type { SignedDifference } from '../domain/types'
import { buildBook } from './book/buildBook'
import { readBook } from './book/readBook'
import { live } from './live'
import { differencesOf } from './review/changes'

/** What is no longer as the client signed it last; nothing while no client has signed. */
export function useClientChanges(roundId: Ref<string>): Readonly<Ref<readonly SignedDifference[] | null>> {
  return live(async (phone) => {
    const parts = await readBook(phone, roundId.value)
    if (parts === null) return null
    const book = buildBook(parts)
    return book.signed.client === null ? [] : differencesOf(parts, book)
  }, roundId)
}
