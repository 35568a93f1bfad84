/** `seen` of a decision about a round: every row that the server counts as part of what was on the screen. */
import type { PersonDatabase } from '../db/personDatabase'
import { InvalidInput } from '../domain/errors'
import type { DocumentType, Writers } from '../domain/types'
import { documentWriters } from './writersSeen'

const SEEN_TYPES: ReadonlySet<DocumentType> = new Set(['answer', 'photo', 'scan', 'round_event', 'signed_copy', 'comment', 'conflict'])

export type Seen = { readonly [doc: string]: Writers }

export async function seenRound(db: PersonDatabase, roundId: string): Promise<Seen> {
  const round = await db.documents.get(roundId)
  if (round === undefined) throw new InvalidInput('not_found')
  const parts = await db.documents.where('round_id').equals(roundId).filter((row) => SEEN_TYPES.has(row.type)).toArray()
  return Object.fromEntries([round, ...parts].map((row) => [row.id, documentWriters(row)]))
}

export async function seenDocuments(db: PersonDatabase, ids: readonly string[]): Promise<Seen> {
  const rows = await db.documents.bulkGet([...ids])
  return Object.fromEntries(rows.filter((row) => row !== undefined).map((row) => [row.id, documentWriters(row)]))
}
