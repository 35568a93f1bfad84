import { computed, type Ref } from 'vue'
import type { Review } from '../domain/types'
import type { Phone } from '../sync/phone'
import { projectIdOf } from '../db/roundFacts'
import { buildBook } from './book/buildBook'
import { type BookParts, readBook } from './book/readBook'
import { roundBefore } from './book/roundBefore'
import { live } from './live'
import { changesOf, differencesOf } from './review/changes'
import { isAwaited } from './reviewEntries'

interface Pair { readonly parts: BookParts; readonly before: BookParts | null }

/** A submitted round beside the one before it. */
export function useReview(roundId: Ref<string>): Readonly<Ref<Review | null>> {
  const pair = live((phone) => readPair(phone, roundId.value), roundId)
  return computed(() => (pair.value === null ? null : reviewOf(pair.value)))
}

async function readPair(phone: Phone, roundId: string): Promise<Pair | null> {
  const parts = await readBook(phone, roundId)
  if (parts === null) return null
  const earlier = await roundBefore(phone.db, parts.round.doc, projectIdOf(parts.round.stream))
  return { parts, before: earlier === null ? null : await readBook(phone, earlier.id) }
}

function reviewOf({ parts, before }: Pair): Review {
  const book = buildBook(parts)
  const previous = before === null ? null : buildBook(before)
  const members = new Map(parts.members.map((member) => [member.person_id, member]))
  return {
    book, previous,
    changes: changesOf(book, previous),
    changed_after_signature: differencesOf(parts, book),
    holding: (book.round.holding ?? []).map(({ device, person_id, last_seen }) => ({ device, last_seen, person: members.get(person_id) ?? null })),
    blockers: {
      conflicts: book.conflicts.length,
      photos: book.photos.filter(({ photo }) => isAwaited(photo)).length,
      missing: book.missing.reduce((sum, { cells }) => sum + cells.length, 0),
    },
  }
}
