/** What the fake server does with an operation once it is rightful and its causes are here. */
import type { DecisionOperation, DocumentType, EditOperation, EventOperation, JsonObject, Operation, OperationResult, RoundEvent } from '@/domain/types'
import { conflictId, signedCopyId } from '@/rules/ids'
import { roundState } from '@/rules/roundState'
import type { FakeServer, ServerDocument } from './fakeServer'

const STREAM = 'project:p1'
const AT = '2026-11-22T07:00:00.000Z'

export function applyOperation(server: FakeServer, person: string, operation: Operation): OperationResult {
  if ('edits' in operation) return merge(server, person, operation)
  return 'seen' in operation ? decide(server, person, operation) : happen(server, person, operation)
}

function merge(server: FakeServer, person: string, operation: EditOperation): OperationResult {
  const conflicts: { id: string; field: string }[] = []
  const docs = new Set<string>()
  for (const edit of operation.edits) {
    const doc = server.docs.get(edit.doc) ?? server.insert(edit.doc, edit.type, STREAM, { ...empty(edit.type), ...edit.key })
    docs.add(doc.id)
    for (const [field, now] of Object.entries(edit.set)) {
      const held = doc.writers[field] ?? []
      if (held.every((op) => (edit.was[field] ?? []).includes(op))) {
        doc.fields[field] = now
        doc.writers[field] = [operation.op]
      } else if (JSON.stringify(doc.fields[field]) === JSON.stringify(now)) doc.writers[field] = [...held, operation.op].sort()
      else conflicts.push(keepAside(server, doc, field, now, { op: operation.op, person }))
    }
    if (doc.type === 'answer') Object.assign(doc.fields, { answered_at: operation.at, answered_by: person })
    server.touch(doc)
  }
  return { op: operation.op, outcome: conflicts.length > 0 ? 'conflict' : 'applied', conflicts, docs: revs(server, docs) }
}

function keepAside(server: FakeServer, doc: ServerDocument, field: string, value: unknown, by: { op: string; person: string }): { id: string; field: string } {
  const id = conflictId(doc.id, field, by.op)
  server.insert(id, 'conflict', STREAM, {
    doc_id: doc.id, doc_type: doc.type, round_id: (doc.fields['round_id'] ?? null) as string | null, field,
    kept_value: value as string, kept_op: by.op, kept_by: by.person, kept_at: AT,
    standing_value: doc.fields[field] as string, standing_by: null, standing_at: null,
    state: 'open', settled_by: null, settled_at: null, settled_choice: null,
  })
  return { id, field }
}

const ROUND_EVENTS: Record<string, RoundEvent['name']> = { open_round: 'opened', sign_round: 'signed', submit_round: 'submitted' }
const ROWS: Record<string, DocumentType> = { scan_asset: 'scan', take_photo: 'photo', pin_comment: 'comment', comment_ticket: 'ticket_event' }

function happen(server: FakeServer, person: string, operation: EventOperation): OperationResult {
  const { op, name, doc, args, at, after } = operation
  const docs = new Set<string>()
  const insert = (id: string, type: DocumentType, fields: JsonObject): void => {
    server.insert(id, type, STREAM, fields)
    docs.add(id)
  }
  const event = ROUND_EVENTS[name]
  if (name === 'open_round' && !server.docs.has(doc)) insert(doc, 'round', { ...empty('round'), ...args })
  if (event !== undefined) insert(op, 'round_event', { round_id: doc, name: event, by: person, at, received_at: AT, after, args, flags: [] })
  if (name === 'sign_round') insert(signedCopyId(op), 'signed_copy', { round_id: doc, ...args, by: person, at })
  const row = ROWS[name]
  if (row !== undefined) insert(op, row, { ...empty(row), ...ownerOf(server, doc), ...args, by: person, at, taken_by: person, after, received_at: AT })
  if (name === 'withdraw_photo') {
    server.change(doc, { withdrawn_at: at, withdrawn_reason: args['reason'] }, op)
    docs.add(doc)
  }
  foldRound(server, doc)
  return { op, outcome: 'applied', docs: revs(server, docs) }
}

function ownerOf(server: FakeServer, doc: string): JsonObject {
  return server.docs.get(doc)?.type === 'ticket' ? { ticket_id: doc, round_id: null, name: 'commented' } : { round_id: doc, ticket_id: null }
}

function decide(server: FakeServer, person: string, operation: DecisionOperation): OperationResult {
  const { op, doc, seen, at } = operation
  const stale = Object.entries(seen).some(([id, ops]) => JSON.stringify(allWriters(server.docs.get(id))) !== JSON.stringify(ops))
  const unseen = [...server.docs.values()].filter((row) => row.fields['round_id'] === doc && PART_OF_ROUND.has(row.type) && !(row.id in seen))
  if (stale || (doc !== null && unseen.length > 0)) return { op, outcome: 'parked', code: 'stale', reason: 'seen_moved', message: 'look again' }
  if (operation.name === 'approve_round' || operation.name === 'send_back') {
    const name = operation.name === 'send_back' ? 'sent_back' : 'approved'
    const events = eventsOf(server, doc ?? '').map((event) => event.id)
    server.insert(op, 'round_event', STREAM, { round_id: doc, name, by: person, at, received_at: AT, after: events, args: operation.args, flags: [] })
    foldRound(server, doc ?? '')
  }
  return { op, outcome: 'applied', docs: revs(server, new Set([op].filter((id) => server.docs.has(id)))) }
}

const PART_OF_ROUND = new Set<DocumentType>(['answer', 'photo', 'scan', 'round_event', 'signed_copy', 'comment', 'conflict'])

function allWriters(doc: ServerDocument | undefined): string[] {
  return [...new Set(Object.values(doc?.writers ?? {}).flat())].sort()
}

function eventsOf(server: FakeServer, round: string): RoundEvent[] {
  return [...server.docs.values()].filter((doc) => doc.type === 'round_event' && doc.fields['round_id'] === round)
    .map((doc) => ({ id: doc.id, ...doc.fields }) as unknown as RoundEvent)
}

function foldRound(server: FakeServer, id: string): void {
  const round = server.docs.get(id)
  if (round?.type !== 'round') return
  const state = roundState(eventsOf(server, id), { touched: round.fields['state'] !== 'planned' })
  if (round.fields['state'] !== state) server.change(id, { state }, null)
}

function revs(server: FakeServer, ids: ReadonlySet<string>): { id: string; rev: number }[] {
  return [...ids].map((id) => ({ id, rev: server.need(id).rev }))
}

function empty(type: DocumentType): Record<string, never> | JsonObject {
  if (type === 'round') return { state: 'planned', asset_ids: [], extra_asset_ids: [], assignee_ids: [], opened_at: null, submitted_at: null, name_zh: '巡检', name_en: 'Round', plan_id: null, occurrence_date: '2026-11-22', template_id: 't1' }
  if (type === 'photo') return { markup: null, blob_state: 'expected', blob_reason: null, withdrawn_at: null, withdrawn_reason: null }
  if (type === 'answer') return { value: null, severity: null, reading: null, remark: null }
  return {}
}
