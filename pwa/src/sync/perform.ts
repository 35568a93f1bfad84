/**
 * Step 1 of docs/protocol.md: one tap becomes one transaction. Number, operation, bytes and view are written
 * together or not at all; when this resolves, all of it is on disk. `was` and `after` are read inside it,
 * so that they name exactly what stood on the screen when the transaction began.
 */
import { v7 } from 'uuid'
import { phoneState, putMeta, readMeta } from '../db/meta'
import { writing } from '../db/writing'
import { StorageError, InvalidInput } from '../domain/errors'
import type { OutboxEntry, PredictedRow } from '../db/rows'
import type { Edit, Operation } from '../domain/types'
import { correctedNow } from './correctedNow'
import { headsOf } from './heads'
import type { Identity, NewOperation } from './newOperation'
import { SCHEMA, type Phone } from './phone'
import { recompute } from './recompute'
import { fieldWriters } from './writersSeen'

export const MAX_OPERATION_BYTES = 128 * 1024
const TABLES = ['meta', 'documents', 'outbox', 'blobs', 'drafts'] as const

/** `compose` runs inside the transaction and may read; null from it means that there is nothing to write. */
export async function perform(phone: Phone, compose: (identity: Identity) => Promise<NewOperation | null>): Promise<string | null> {
  const op = v7()
  const wrote = await writing(phone.db, TABLES, async () => {
    // Tried a second time on a new connection: the first try may have been committed although it looked dead.
    if ((await phone.db.outbox.get(op)) !== undefined) return true
    const identity: Identity = { op, at: await correctedNow(phone), by: phone.person_id }
    const wanted = await compose(identity)
    if (wanted !== null) await write(phone, identity, wanted)
    return wanted !== null
  })
  phone.reached('perform: committed')
  if (!wrote) return null
  // A connection that dies in a certain way reports success: believe only what can be read back.
  if ((await phone.db.outbox.get(op)) === undefined) throw new StorageError('failed')
  return op
}

async function write(phone: Phone, identity: Identity, wanted: NewOperation): Promise<void> {
  const { db } = phone
  const [state, body] = await Promise.all([phoneState(db), bodyOf(phone, identity, wanted)])
  const entry = entryOf(identity, wanted, body, state.next_n)
  await refuseTooLarge(db, entry.bytes)
  await Promise.all([putMeta(db, 'phone', { ...state, next_n: state.next_n + 1 }), db.outbox.add(entry)])
  if (wanted.blob !== undefined) await keepBlob(phone, wanted.blob)
  if (wanted.draft !== undefined) await db.drafts.delete(wanted.draft)
  await recompute(db, entry.docs)
}

/** The server's word on it, where it has been heard; read only when it matters. */
async function refuseTooLarge(db: Phone['db'], bytes: number): Promise<void> {
  if (bytes <= MAX_OPERATION_BYTES) return
  const limit = (await readMeta(db, 'config'))?.max_operation_bytes ?? MAX_OPERATION_BYTES
  if (bytes > limit) throw new InvalidInput('too_large', limit)
}

async function bodyOf(phone: Phone, { op, at }: Identity, wanted: NewOperation): Promise<Operation> {
  if ('edits' in wanted) {
    const edits = await Promise.all(wanted.edits.map(async (edit): Promise<Edit> => ({ ...edit, was: await wasOf(phone, edit.doc, edit.set) })))
    return { op, name: wanted.name, at, edits }
  }
  const { doc, args } = wanted
  if ('seen' in wanted) return { op, name: wanted.name, at, doc, args, seen: wanted.seen }
  return { op, name: wanted.name, at, doc: wanted.doc, args, after: wanted.after ?? (await headsOf(phone.db, wanted)) }
}

async function wasOf(phone: Phone, doc: string, set: Edit['set']): Promise<Edit['was']> {
  const row = await phone.db.documents.get(doc)
  return fieldWriters(row, Object.keys(set))
}

/** As it will be sent. A form's values may be watched (proxies), which no disk takes. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

function entryOf(identity: Identity, wanted: NewOperation, said: Operation, n: number): OutboxEntry {
  const body = asJson(said)
  const docs = touchedDocs(wanted)
  return {
    op: identity.op,
    n,
    name: body.name,
    schema: SCHEMA,
    body,
    bytes: new TextEncoder().encode(JSON.stringify(body)).length,
    docs,
    pending_docs: docs,
    rows: asJson((wanted.rows ?? []).map((row) => withCauses(row, body))),
    patches: asJson(wanted.patches ?? []),
    round_id: wanted.round_id ?? null,
    ticket_id: wanted.ticket_id ?? null,
    state: 'queued',
    to_send: 1,
    result: null,
    asked_at_ack: 0,
    reissued_from: null,
    created_at: identity.at,
    acknowledged_at: '',
  }
}

function touchedDocs(wanted: NewOperation): string[] {
  const named = 'edits' in wanted ? wanted.edits.map((edit) => edit.doc) : []
  const parents = 'edits' in wanted || 'seen' in wanted ? [] : foldedParents(wanted)
  const made = [...(wanted.rows ?? []).map((row) => row.id), ...(wanted.patches ?? []).map((patch) => patch.doc)]
  return [...new Set([...named, ...made, ...parents])]
}

/** A round or ticket gets a new state only by its own events; scans and photos leave its row alone. */
function foldedParents(wanted: NewOperation): string[] {
  const made = (wanted.rows ?? []).map((row) => row.type)
  const parents = [
    made.includes('round_event') ? wanted.round_id : null,
    made.includes('ticket_event') ? wanted.ticket_id : null,
  ]
  return parents.filter((id) => typeof id === 'string')
}

/** An event's row says what its author had seen; that is known only here. */
function withCauses(row: PredictedRow, body: Operation): PredictedRow {
  const isEvent = row.type === 'round_event' || row.type === 'ticket_event'
  return isEvent && 'after' in body ? { ...row, fields: { ...row.fields, after: body.after } } : row
}

/** The same picture taken twice is one blob: what the server has already verified is not sent again. */
async function keepBlob(phone: Phone, blob: NonNullable<NewOperation['blob']>): Promise<void> {
  const there = await phone.db.blobs.get(blob.hash)
  if (there === undefined || there.blob === null) await phone.db.blobs.put(blob)
}
