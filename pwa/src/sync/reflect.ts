/**
 * Steps 8 and 10 of docs/protocol.md: an acknowledged operation leaves the overlay once the base shows what it did.
 * Never by cursor: a document may have moved on in the feed before we read that far (P4).
 */
import { entriesIn } from '../db/outbox'
import type { DocumentRow, OutboxEntry } from '../db/rows'
import { isDecision } from '../domain/operationKind'
import { statusId } from '../rules/ids'
import type { Phone } from './phone'
import { recompute } from './recompute'

/** A pull that has been answered: its number, and whether every stream was shown to its end. */
export interface Shown { readonly no: number; readonly whole: boolean }

export async function reflect(phone: Phone, shown: Shown | null): Promise<void> {
  const { db } = phone
  const entries = await entriesIn(db, 'acknowledged')
  if (entries.length === 0) return
  const rows = await rowsFor(phone, entries)
  const verdicts = entries.map((entry) => ({ entry, verdict: judge(entry, rows, shown, statusId(phone.person_id, entry.op)) }))
  const done = verdicts.filter(({ verdict }) => verdict === 'reflected').map(({ entry }) => entry)
  const again = verdicts.filter(({ verdict }) => verdict === 'ask again').map(({ entry }) => entry)
  await db.outbox.bulkPut([
    ...done.map((entry): OutboxEntry => ({ ...entry, state: 'reflected', pending_docs: [] })),
    ...again.map((entry): OutboxEntry => ({ ...entry, state: 'queued', to_send: 1, result: null, acknowledged_at: '' })),
  ])
  const touched = new Set([...done, ...again].flatMap((entry) => entry.docs))
  if (touched.size > 0) await recompute(db, touched)
}

async function rowsFor(phone: Phone, entries: readonly OutboxEntry[]): Promise<Map<string, DocumentRow>> {
  const named = entries.flatMap((entry) => (entry.result?.docs ?? []).map((doc) => doc.id))
  const ids = [...new Set([...named, ...entries.map((entry) => statusId(phone.person_id, entry.op))])]
  const rows = await phone.db.documents.bulkGet(ids)
  return new Map(rows.filter((row) => row !== undefined).map((row) => [row.id, row]))
}

/** Revisions are counted anew after a restore: those of the old history say nothing. */
const shows = (row: DocumentRow | undefined, rev: number): boolean => row !== undefined && row.old === undefined && row.rev >= rev

type Verdict = 'reflected' | 'ask again' | 'stays'

function judge(entry: OutboxEntry, rows: ReadonlyMap<string, DocumentRow>, shown: Shown | null, status: string): Verdict {
  const { result } = entry
  if (result === null) return 'stays'
  const shownSince = shown !== null && shown.no > entry.asked_at_ack
  if (result.outcome === 'parked' || result.outcome === 'waiting') {
    // A decision never waits and was answered to the person's face: nothing of it stays on the screen.
    if (isDecision(entry.name)) return 'reflected'
    const outcome = rows.get(status)?.fields['outcome']
    if (outcome === 'settled') return 'reflected'
    // A later outcome comes by the person's own stream; the stored answer, asked for once more, has its details.
    return shownSince && outcome !== undefined && outcome !== result.outcome ? 'ask again' : 'stays'
  }
  const docs = result.docs ?? []
  if (docs.length > 0 && docs.every(({ id, rev }) => shows(rows.get(id), rev))) return 'reflected'
  return shownSince && shown.whole ? 'reflected' : 'stays'
}
