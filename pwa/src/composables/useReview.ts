import { computed, type Ref } from 'vue'
import type { Review, Round } from '../domain/types'
import type { Phone } from '../sync/phone'
import { projectIdOf } from '../db/roundFacts'
import { buildBook } from './book/buildBook'
import { type BookParts, readBook } from './book/readBook'
import { asDocument } from '../db/documents'
import { LOOKED_AT } from '../sync/leaving'
import { inProject } from './inProject'
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
  const earlier = await roundBefore(phone, parts.round.doc, parts.round.stream)
  return { parts, before: earlier === null ? null : await readBook(phone, earlier.id) }
}

/** The newest earlier one of the same plan that is still on this phone. */
async function roundBefore({ db }: Phone, round: Round, stream: string | null): Promise<Round | null> {
  const projectId = projectIdOf(stream)
  const rows = projectId === null || round.plan_id === null ? [] : await inProject(db, 'round', projectId)
  const rounds = rows.filter(({ old }) => old !== LOOKED_AT).map((row) => asDocument<'round'>(row)) // of those only parts may be here
  const earlier = rounds.filter((one) => one.plan_id === round.plan_id && one.occurrence_date < round.occurrence_date && one.submitted_at !== null)
  return earlier.sort((a, b) => (a.occurrence_date < b.occurrence_date ? 1 : -1))[0] ?? null
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
