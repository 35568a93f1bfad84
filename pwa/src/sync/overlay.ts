/**
 * What a person sees of one document: what the server said, with own operations that are not reflected yet
 * laid over it in the order they were written (docs/protocol.md, "The phone"). Pure.
 * Invariant I7: an own write stays visible until it is reflected or settled, parked ones included.
 */
import type { BaseContent, DocumentRow, Old, OutboxEntry } from '../db/rows'
import type { DocumentType, Edit, FieldWriters, Json, JsonObject, Refusal, Writers } from '../domain/types'

/** What the server said of a document, and in which revision. */
export interface Base extends BaseContent {
  readonly type: DocumentType
  readonly stream: string | null
  readonly rev: number
  readonly old?: Old
}

const LOOKUP: { readonly [type in DocumentType]?: string } = { tag: 'code', template: 'key', finding: 'answer_id', conflict: 'doc_id' }

export function baseOf(row: DocumentRow | undefined): Base | null {
  if (row === undefined || row.rev === 0) return null
  const content = row.base ?? { fields: row.fields, writers: row.writers }
  return { type: row.type, stream: row.stream, rev: row.rev, ...oldMark(row), fields: content.fields, writers: content.writers }
}

/** The row as it is to be stored; null when neither the server nor an own operation knows the document. */
export function overlay(id: string, base: Base | null, entries: readonly OutboxEntry[]): DocumentRow | null {
  const ground = base ?? predicted(id, entries)
  if (ground === null) return null
  let fields = ground.fields
  let writers = ground.writers
  for (const entry of entries) {
    for (const edit of editsOf(entry, id)) {
      fields = withEdit(fields, edit)
      writers = withWriter(writers, edit, entry.op)
    }
    for (const patch of entry.patches) if (patch.doc === id) fields = { ...fields, ...patch.set }
  }
  return {
    id,
    type: ground.type,
    stream: ground.stream,
    round_id: text(fields['round_id']),
    asset_id: text(fields['asset_id']),
    ticket_id: text(fields['ticket_id']),
    lookup: text(fields[LOOKUP[ground.type] ?? '']),
    rev: base?.rev ?? 0,
    ...oldMark(base ?? {}),
    base: base !== null && entries.length > 0 ? { fields: base.fields, writers: base.writers } : null,
    fields,
    writers,
    pending: entries.length,
    refused: lastRefusal(entries),
  }
}

const oldMark = ({ old }: { readonly old?: Old }): { readonly old?: Old } => (old === undefined ? {} : { old })

/** A row that the server has not shown: made by an own event, or by the first own edit that carries its key. */
function predicted(id: string, entries: readonly OutboxEntry[]): Base | null {
  for (const entry of entries) {
    const row = entry.rows.find((made) => made.id === id)
    if (row !== undefined) return { type: row.type, stream: row.stream, rev: 0, fields: row.fields, writers: {} }
  }
  return null
}

function editsOf(entry: OutboxEntry, id: string): readonly Edit[] {
  return 'edits' in entry.body ? entry.body.edits.filter((edit) => edit.doc === id) : []
}

function withEdit(fields: JsonObject, edit: Edit): JsonObject {
  const set = Object.entries(edit.set).map(([name, now]) => [name, isUnionChange(now) ? united(fields[name], now) : now] as const)
  return { ...fields, ...Object.fromEntries(set) }
}

/** A field's writer is the operation; a set's members have writers of their own, under `<field>+<member>`. */
function withWriter(writers: FieldWriters, edit: Edit, op: string): FieldWriters {
  const changed = new Map<string, Writers>(Object.entries(writers))
  for (const [name, now] of Object.entries(edit.set)) {
    if (!isUnionChange(now)) {
      changed.set(name, [op])
      continue
    }
    for (const member of now.add) changed.set(`${name}+${member}`, [...(changed.get(`${name}+${member}`) ?? []), op].sort())
    for (const member of Object.keys(now.remove)) changed.delete(`${name}+${member}`)
  }
  return Object.fromEntries(changed)
}

interface UnionChange { readonly add: readonly string[]; readonly remove: { readonly [member: string]: readonly string[] } }

function isUnionChange(value: Json | undefined): value is Json & UnionChange {
  return typeof value === 'object' && value !== null && 'add' in value && 'remove' in value
}

function united(current: Json | undefined, change: UnionChange): Json {
  const members = new Set(Array.isArray(current) ? (current as string[]) : [])
  for (const member of change.add) members.add(member)
  for (const member of Object.keys(change.remove)) members.delete(member)
  return [...members].sort()
}

function lastRefusal(entries: readonly OutboxEntry[]): Refusal | null {
  const parked = entries.map((entry) => entry.result).filter((result) => result?.outcome === 'parked').at(-1)
  if (!parked) return null
  return { op: parked.op, code: parked.code ?? 'invalid', reason: parked.reason ?? null, message: parked.message ?? null }
}

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null)
