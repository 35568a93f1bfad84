/** Rounds as the review's lists show them. */
import { asDocument, documentsOf, getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import { staffOf } from '../domain/shownContent'
import type { Member, Photo, ReviewEntry, Round, RoundPhase } from '../domain/types'
import { LOOKED_AT } from '../sync/leaving'
import { docsInProject, inProject } from './inProject'
import { countsOfRound } from './today/briefs'

export async function reviewEntries(db: PersonDatabase, projectId: string, state: RoundPhase): Promise<ReviewEntry[]> {
  const rows = (await inProject(db, 'round', projectId)).filter((row) => row.fields['state'] === state && row.old !== LOOKED_AT)
  const members = await docsInProject(db, 'member', projectId)
  return Promise.all(rows.map((row) => entryOf(db, asDocument<'round'>(row), members)))
}

async function entryOf(db: PersonDatabase, round: Round, members: readonly Member[]): Promise<ReviewEntry> {
  const [events, scans, answers, photos, conflicts, place, signed, counts] = await Promise.all([
    documentsOf(db, 'round_event', 'round_id', round.id),
    documentsOf(db, 'scan', 'round_id', round.id),
    documentsOf(db, 'answer', 'round_id', round.id),
    documentsOf(db, 'photo', 'round_id', round.id),
    documentsOf(db, 'conflict', 'round_id', round.id),
    getDocument(db, 'place', round.place_id),
    documentsOf(db, 'signed_copy', 'round_id', round.id),
    countsOfRound(db, round),
  ])
  return {
    round, place, counts,
    staff: staffOf({ events, scans, answers, members }, null),
    submitted_at: round.submitted_at,
    submissions: events.filter((event) => event.name === 'submitted').length,
    conflicts: conflicts.filter((conflict) => conflict.state === 'open').length,
    photos_missing: photos.filter(isAwaited).length,
    opinions: signed.filter(({ opinion }) => opinion).length,
  }
}

/** Sealing waits for its bytes. */
export const isAwaited = (photo: Photo): boolean =>
  photo.withdrawn_at === null && photo.blob_state !== 'verified' && photo.blob_state !== 'lost'
