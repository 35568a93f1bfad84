import { asDocument, rowsOf } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { JsonObject } from '../domain/types'
import { act } from '../sync/act'
import { roundEventRow } from '../sync/eventRows'
import { subject } from '../sync/subjects'
import { documentWriters } from '../sync/writersSeen'

/**
 * Submit with a manifest of everything this phone knows of the round: each answer with its last writers,
 * each photo by hash. Never refused for content; what is missing blocks only approval.
 */
export async function submitRound(roundId: string, { client_absent }: { client_absent: boolean }): Promise<void> {
  await act(async (db, identity) => {
    const { stream } = await subject(db, 'round', roundId)
    const args = { manifest: await manifestOf(db, roundId), client_absent }
    return {
      name: 'submit_round',
      doc: roundId,
      args,
      round_id: roundId,
      rows: [roundEventRow(identity, { id: roundId, stream }, 'submitted', args)],
      patches: [{ doc: roundId, set: { submitted_at: identity.at } }],
    }
  })
}

async function manifestOf(db: PersonDatabase, roundId: string): Promise<JsonObject> {
  const [answers, photos, signed] = await Promise.all([
    rowsOf(db, 'answer', 'round_id', roundId),
    rowsOf(db, 'photo', 'round_id', roundId),
    rowsOf(db, 'signed_copy', 'round_id', roundId),
  ])
  const standing = photos.map((row) => asDocument<'photo'>(row)).filter((photo) => photo.withdrawn_at === null)
  return {
    answers: Object.fromEntries(answers.map((row) => [row.id, documentWriters(row)])),
    photos: [...new Set(standing.map((photo) => photo.hash))].sort(),
    signed: signed.map((row) => row.id).sort(),
  }
}
