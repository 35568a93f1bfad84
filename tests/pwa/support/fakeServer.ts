/**
 * The server's half of the protocol, small and in memory: numbers, replay, streams, compare-and-set, decisions.
 * It knows just enough of the operations for the phone to be tested; the real rules have their own tests.
 */
import type { DocumentOnWire, PullAnswer, PullRequest, PushAnswer, PushRequest, UploadWork } from '@/api/wire'
import type { DocumentType, JsonObject, Operation, OperationResult, Outcome } from '@/domain/types'
import { ApiError } from '@/domain/errors'
import { statusId } from '@/rules/ids'
import { applyOperation } from './fakeOperations'

export interface ServerDocument { id: string; type: DocumentType; stream: string; rev: number; fields: Record<string, unknown>; writers: Record<string, string[]>; gone: boolean }
interface Device { person: string; last_n: number; numbers: Map<number, string> }
interface Kept { person: string; body: string; result: OperationResult; outcome: Outcome }

const AT = '2026-11-22T07:00:00.000Z'

export class FakeServer {
  inc = 'i_1'
  docs = new Map<string, ServerDocument>()
  ops = new Map<string, Kept>()
  devices = new Map<string, Device>()
  entries = new Map<string, Map<string, number>>()
  heads = new Map<string, number>()
  epochs = new Map<string, string>()
  uploads = new Map<string, Blob>()
  /** Addresses of whole uploads, and how often bytes came. */
  addresses = new Map<string, string>()
  taken = 0
  refused: Operation[] = []
  /** Receipts that came along with operations offered again. */
  shown = new Map<string, string>()
  pageSize = 500
  durable = true
  pushes = 0
  private given = 0
  pulls = 0
  /** Persons whose operations are not rightful now. */
  readonly denied = new Set<string>()
  readonly hidden = new Set<string>()
  /** Persons whose devices are revoked: they hand in, and read nothing. */
  readonly revoked = new Set<string>()

  newDevice(person: string): string {
    const id = `d_${++this.given}`
    this.devices.set(id, { person, last_n: 0, numbers: new Map() })
    return id
  }

  push(person: string, request: PushRequest): PushAnswer {
    this.pushes += 1
    const device = this.device(person, request.device)
    const results: OperationResult[] = []
    let stop: PushAnswer['stop'] = null
    for (const { n, receipt, ...operation } of request.ops) {
      const known = this.ops.get(operation.op)
      if (n > device.last_n + 1) {
        stop = { reason: 'gap', expected: device.last_n + 1 }
        break
      }
      if (n <= device.last_n && device.numbers.get(n) !== operation.op) {
        stop = { reason: 'fork', device: this.newDevice(person) }
        break
      }
      if (receipt !== undefined) this.shown.set(operation.op, receipt)
      const result = known === undefined ? this.receive(person, operation) : this.replay(known, operation)
      results.push({ ...result, receipt: `${this.inc} said ${result.outcome} of ${operation.op}` })
      device.numbers.set(n, operation.op)
      device.last_n = Math.max(device.last_n, n)
    }
    const durable_n = this.durable ? device.last_n : 0
    return { protocol: 'roundsman/1', inc: this.inc, device: request.device, last_n: device.last_n, durable_n, results, stop }
  }

  pull(person: string, request: PullRequest): PullAnswer {
    this.pulls += 1
    const device = this.device(person, request.device)
    if (this.revoked.has(person)) throw new ApiError('deposit_only', 403)
    const visible = this.streamsOf(person)
    const pages = visible.map((stream) => this.page(stream, request.cursors[stream]))
    const drop = Object.keys(request.cursors).filter((stream) => !visible.includes(stream))
    return { protocol: 'roundsman/1', inc: this.inc, durable_n: this.durable ? device.last_n : 0, drop, pages }
  }

  upload(work: UploadWork, address: string): void {
    this.uploads.set(work.hash, work.blob)
    this.addresses.set(address, work.hash)
    this.taken += 1
  }

  /** What HEAD says of an address: everything is here. */
  hasAll(address: string): boolean {
    return this.uploads.has(this.addresses.get(address) ?? '')
  }

  /** The job that looks at the bytes. */
  checkBlobs(state: 'verified' | 'received' | 'refused' = 'verified', reason: string | null = null): void {
    for (const doc of this.docs.values()) {
      if (doc.type === 'photo' && this.uploads.has(String(doc.fields['hash'])) && doc.fields['blob_state'] !== state) {
        this.change(doc.id, { blob_state: state, blob_reason: reason }, null)
      }
    }
  }

  insert(id: string, type: DocumentType, stream: string, fields: JsonObject, writers: Record<string, string[]> = {}): ServerDocument {
    const doc: ServerDocument = { id, type, stream, rev: 0, fields: structuredClone(fields) as Record<string, unknown>, writers, gone: false }
    this.docs.set(id, doc)
    this.touch(doc)
    return doc
  }

  change(id: string, set: Record<string, unknown>, op: string | null): void {
    const doc = this.need(id)
    Object.assign(doc.fields, set)
    if (op !== null) for (const field of Object.keys(set)) doc.writers[field] = [op]
    this.touch(doc)
  }

  remove(id: string): void {
    const doc = this.need(id)
    doc.gone = true
    this.touch(doc)
  }

  bringBack(id: string): void {
    const doc = this.need(id)
    doc.gone = false
    this.touch(doc)
  }

  need(id: string): ServerDocument {
    const doc = this.docs.get(id)
    if (doc === undefined) throw new Error(`the server has no document ${id}`)
    return doc
  }

  touch(doc: ServerDocument): void {
    doc.rev += 1
    const head = (this.heads.get(doc.stream) ?? 0) + 1
    this.heads.set(doc.stream, head)
    const entries = this.entries.get(doc.stream) ?? new Map<string, number>()
    this.entries.set(doc.stream, entries.set(doc.id, head))
  }

  /** What restoring this copy later brings back: everything but the incarnation. */
  backup(): () => void {
    const { docs, ops, devices, entries, heads, uploads } = this
    const copy = structuredClone({ docs, ops, devices, entries, heads })
    const blobs = new Map(uploads)
    return () => {
      Object.assign(this, structuredClone(copy), { uploads: new Map(blobs), inc: `${this.inc}+` })
    }
  }

  /** A person accepts or sets aside what was parked; its author hears of it in the own stream. */
  settle(op: string): void {
    const kept = this.ops.get(op)
    if (kept !== undefined) this.tell(kept.person, op, 'settled', null)
  }

  private device(person: string, id: string): Device {
    const device = this.devices.get(id)
    if (device === undefined || device.person !== person) throw new ApiError('sign_in_required', 401)
    return device
  }

  private streamsOf(person: string): string[] {
    const all = ['org:o1', 'project:p1', `user:${person}`]
    return all.filter((stream) => !this.hidden.has(`${person} ${stream}`))
  }

  private page(stream: string, cursor: { e: string; s: number } | undefined): PullAnswer['pages'][number] {
    const e = this.epochs.get(stream) ?? 'e1'
    const reset = cursor !== undefined && (cursor.e !== e || cursor.s > (this.heads.get(stream) ?? 0))
    const since = cursor === undefined || reset ? 0 : cursor.s
    const after = [...(this.entries.get(stream) ?? [])].filter(([, seq]) => seq > since).sort(([, a], [, b]) => a - b)
    const taken = after.slice(0, this.pageSize)
    const docs = taken.map(([id]) => this.onWire(this.need(id)))
    return { stream, e, reset, docs, next: taken.at(-1)?.[1] ?? since, more: after.length > taken.length }
  }

  private onWire({ id, type, rev, fields, writers, gone }: ServerDocument): DocumentOnWire {
    return structuredClone({ id, type, rev, fields: gone ? {} : (fields as JsonObject), writers: gone ? {} : writers, gone })
  }

  private receive(person: string, operation: Operation): OperationResult {
    const { missing, ...rest } = this.attempt(person, operation)
    const result: OperationResult = missing === undefined ? rest : { ...rest, for: missing }
    this.ops.set(operation.op, { person, body: JSON.stringify(operation), result, outcome: result.outcome })
    if (result.outcome === 'parked' || result.outcome === 'waiting') this.tell(person, operation.op, result.outcome, result.code ?? null)
    this.retryWaiting()
    return this.ops.get(operation.op)?.result ?? result
  }

  private replay(known: Kept, operation: Operation): OperationResult {
    if (known.body === JSON.stringify(operation)) return { ...known.result, duplicate: true }
    this.refused.push(operation)
    return { op: operation.op, outcome: 'parked', code: 'op_id_reused' }
  }

  private attempt(person: string, operation: Operation): OperationResult & { missing?: string[] } {
    const missing = causesOf(operation).filter((cause) => (this.ops.get(cause)?.outcome ?? 'waiting') === 'waiting')
    if (missing.length > 0) return { op: operation.op, outcome: 'waiting', missing }
    if (this.denied.has(person)) return { op: operation.op, outcome: 'parked', code: 'forbidden', reason: 'role_missing', message: 'not yours' }
    return applyOperation(this, person, operation)
  }

  private retryWaiting(): void {
    for (const [op, kept] of this.ops) {
      if (kept.outcome !== 'waiting') continue
      const result = this.attempt(kept.person, JSON.parse(kept.body) as Operation)
      if (result.outcome === 'waiting') continue
      this.ops.set(op, { ...kept, result, outcome: result.outcome })
      this.tell(kept.person, op, result.outcome, result.code ?? null)
      this.retryWaiting()
      return
    }
  }

  private tell(person: string, op: string, outcome: string, code: string | null): void {
    const id = statusId(person, op)
    const fields = { op, name: '', doc_id: null, outcome: outcome === 'conflict' ? 'applied' : outcome, code, reason: null, message_zh: null, message_en: null, at: AT }
    if (this.docs.has(id)) this.change(id, fields, null)
    else this.insert(id, 'op_status', `user:${person}`, fields)
  }
}

function causesOf(operation: Operation): string[] {
  if ('edits' in operation) return operation.edits.flatMap((edit) => Object.values(edit.was).flatMap((writers) => writers ?? []))
  return 'after' in operation ? [...operation.after] : []
}
