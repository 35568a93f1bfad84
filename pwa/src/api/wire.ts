/** The two exchanges of the sync protocol as they stand on the wire. */
import type { DocumentType, FieldWriters, JsonObject, Operation, OperationResult } from '../domain/types'

export const PROTOCOL = 'roundsman/1'

export type NumberedOperation = Operation & { readonly n: number; readonly receipt?: string }
export interface PushRequest {
  readonly device: string
  readonly schema: number
  readonly ops: readonly NumberedOperation[]
}
export type Stop =
  | { readonly reason: 'gap'; readonly expected: number }
  | { readonly reason: 'fork'; readonly device: string }
  | { readonly reason: 'retry'; readonly after_ms: number }
export interface PushAnswer {
  readonly protocol: string
  /** Absent where the server answers before it looks: a batch of a schema that it does not know yet. */
  readonly inc?: string
  readonly device?: string
  readonly last_n?: number
  readonly durable_n?: number
  readonly results: readonly OperationResult[]
  readonly stop: Stop | null
}

export interface Cursor { readonly e: string; readonly s: number }
export interface PullRequest {
  readonly device: string
  readonly schema: number
  readonly cursors: { readonly [stream: string]: Cursor }
  readonly max_bytes: number
  /** What this phone still holds: supervisors see it, and who is unseen for long is missed. */
  readonly unsent?: { readonly operations: number; readonly photos: number; readonly since: string | null }
}
export interface DocumentOnWire {
  readonly id: string
  readonly type: DocumentType
  readonly rev: number
  readonly fields: JsonObject
  readonly writers: FieldWriters
  readonly gone: boolean
}
export interface Page {
  readonly stream: string
  readonly e: string
  readonly reset: boolean
  readonly docs: readonly DocumentOnWire[]
  readonly next: number
  readonly more: boolean
}
export interface PullAnswer {
  readonly protocol: string
  readonly inc: string
  readonly durable_n: number
  readonly drop: readonly string[]
  readonly pages: readonly Page[]
}

/** What syncing needs of the network. Rejects with ApiError or NetworkError, and with nothing else. */
export interface Wire {
  push(request: PushRequest): Promise<PushAnswer>
  pull(request: PullRequest): Promise<PullAnswer>
  upload(work: UploadWork): Promise<void>
}

export interface UploadWork {
  readonly blob: Blob
  readonly hash: string
  readonly mime: string
  /** Where an earlier try left off; null: a new upload. */
  readonly upload_url: string | null
  readonly onAddress: (url: string) => Promise<void>
  readonly onProgress: (sent_bytes: number) => void
  readonly signal: AbortSignal
}
