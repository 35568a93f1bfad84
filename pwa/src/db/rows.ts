/** What lies in a person's database. Keys are the wire's: no mapping layer. */
import type { ServerConfig } from '../api/config'
import type { RescueKey } from '../api/session'
import type {
  DocumentType, FieldWriters, Grant, Json, JsonObject, Operation, OperationName, OperationResult, Refusal, SessionPerson,
} from '../domain/types'

export type Old = 1 | 2 | 3

/** A document as the screens see it: what the server said, with own unreflected operations laid over it. */
export interface DocumentRow {
  readonly id: string
  readonly type: DocumentType
  readonly stream: string | null
  readonly round_id: string | null
  readonly asset_id: string | null
  readonly ticket_id: string | null
  /** What it is found by besides its id: a tag's code, a template's key, a finding's answer. */
  readonly lookup: string | null
  /** Revision of the base; 0: the server has not shown this document. */
  readonly rev: number
  /**
   * Present: shown by a history of the server that is no more (restored, or the stream began anew). It stays on the
   * screen, for the person may be offline in the middle of a round, until the new history was shown to its end.
   * 2: it left the feed, and is kept while unsettled work hangs on its round or ticket.
   * 3: it left the feed long ago, and was fetched because somebody looked for it; it goes when the app is opened anew.
   */
  readonly old?: Old
  /** What the server said, kept apart only while own operations lie over it. */
  readonly base: BaseContent | null
  readonly fields: JsonObject
  readonly writers: FieldWriters
  /** How many own operations are not reflected yet. */
  readonly pending: number
  readonly refused: Refusal | null
}
export interface BaseContent { readonly fields: JsonObject; readonly writers: FieldWriters }

/** A row that an event makes; shown from the moment it is written, replaced when the server shows its own. */
export interface PredictedRow {
  readonly id: string
  readonly type: DocumentType
  readonly stream: string | null
  readonly fields: JsonObject
}
/** Derived fields that an operation changes on a row which is there already. */
export interface Patch { readonly doc: string; readonly set: JsonObject }

/**
 *   queued ──acknowledged by the server──► acknowledged ──seen in the base──► reflected ──durable──► forgotten
 *      ▲               (parked, waiting: stays acknowledged until settled)          │
 *      └───────────── new incarnation: everything is offered again ─────────────────┘
 */
export type EntryState = 'queued' | 'acknowledged' | 'reflected'

export interface OutboxEntry {
  readonly op: string
  readonly n: number
  readonly name: OperationName
  /** Schema version of the app that wrote it; a batch holds one version only. */
  readonly schema: number
  readonly body: Operation
  readonly bytes: number
  /** Documents it touches, as this phone foresaw it. */
  readonly docs: readonly string[]
  /** `docs` until it is reflected, then empty: the index by which the overlay finds it. */
  readonly pending_docs: readonly string[]
  readonly rows: readonly PredictedRow[]
  readonly patches: readonly Patch[]
  readonly round_id: string | null
  readonly ticket_id: string | null
  readonly state: EntryState
  /** 1: to be offered (first time, or again after a fork). A number because IndexedDB indexes no booleans. */
  readonly to_send: 0 | 1
  readonly result: OperationResult | null
  /** What the server said before it was restored; rows written before receipts were known lack it. */
  readonly receipt?: string | null
  /** Number of the newest pull asked when it was acknowledged: a later one shows its effect. */
  readonly asked_at_ack: number
  readonly reissued_from: string | null
  readonly created_at: string
  /** Empty until acknowledged: IndexedDB leaves null out of an index. */
  readonly acknowledged_at: string
}

/**
 *   queued ──first chunk──► sending ──all bytes──► received ──photo.blob_state by pull──► verified | refused
 */
export type BlobRowState = 'queued' | 'sending' | 'received' | 'verified' | 'refused'

export interface BlobRow {
  readonly hash: string
  /** null: forgotten after the server verified it, to make room. */
  readonly blob: Blob | null
  readonly thumb: Blob | null
  readonly bytes: number
  readonly mime: string
  readonly state: BlobRowState
  readonly photo_id: string
  readonly round_id: string | null
  readonly ticket_id: string | null
  readonly upload_url: string | null
  readonly sent_bytes: number
  readonly reason: string | null
  readonly resent: number
  readonly created_at: string
  readonly verified_at: string | null
  /** When all bytes had been taken; 0 before. */
  readonly received_ms: number
}

export interface CursorRow { readonly stream: string; readonly e: string; readonly s: number }
export interface DraftRow { readonly key: string; readonly value: Json; readonly at: string }

/** This phone's place in the conversation with the server; one row, so that it changes as one. */
export interface PhoneState {
  readonly device: string
  readonly next_n: number
  readonly inc: string | null
  /** Pulls are numbered: an answer to one older than the newest answered is ignored whole. */
  readonly pull_asked: number
  readonly pull_answered: number
}
export interface SavedSession {
  readonly person: SessionPerson
  readonly organisation_id: string
  readonly grants: readonly Grant[]
  /** Rows written before rescue files were known lack it until the next sign of life of the server. */
  readonly rescue?: RescueKey
}
export interface Contact {
  readonly last_contact_at: string | null
  readonly verified_at: string | null
  /** Every stream was shown whole at this time: the screens' "as of". */
  readonly up_to_date_at: string | null
}
export interface ClockSkew { readonly skew_ms: number; readonly measured_at: string }

export interface MetaValues {
  phone: PhoneState
  session: SavedSession
  contact: Contact
  clock: ClockSkew
  config: ServerConfig
  /** Ids of the client_reports that this person opened here. Stays on the device: opening a paper is nobody else's business. */
  opened_reports: readonly string[]
}
export interface MetaRow { readonly key: keyof MetaValues; readonly value: MetaValues[keyof MetaValues] }
