/** What an action says about the operation it wants; perform() adds the id, the number, `was` and `after`. */
import type { BlobRow, Patch, PredictedRow } from '../db/rows'
import type {
  DecisionName, DocumentType, DocumentTypes, EditName, EventName, JsonObject, Writers,
} from '../domain/types'

export interface NewEdit {
  readonly doc: string
  readonly type: DocumentType
  readonly key?: JsonObject
  readonly set: JsonObject
}

interface Common {
  /** What it belongs to, for the sync centre's groups; also whose events `after` names. */
  readonly round_id?: string | null
  readonly ticket_id?: string | null
  readonly rows?: readonly PredictedRow[]
  readonly patches?: readonly Patch[]
  /** Bytes that go to disk in the same transaction. */
  readonly blob?: BlobRow
  /** A draft that this operation makes superfluous; forgotten in the same transaction. */
  readonly draft?: string
}
export interface NewEditOperation extends Common { readonly name: EditName; readonly edits: readonly NewEdit[] }
export interface NewEventOperation extends Common {
  readonly name: EventName
  readonly doc: string
  readonly args: JsonObject
  /** What its author had seen, where the events themselves are not theirs to read; else those on this phone. */
  readonly after?: readonly string[]
}
export interface NewDecisionOperation extends Common {
  readonly name: DecisionName
  readonly doc: string | null
  readonly args: JsonObject
  readonly seen: { readonly [doc: string]: Writers }
}
export type NewOperation = NewEditOperation | NewEventOperation | NewDecisionOperation

/** Given to the action inside the transaction: the operation's identity, settled before anything is written. */
export interface Identity { readonly op: string; readonly at: string; readonly by: string }

/** A row that the operation makes, complete: the compiler sees to it that no field is forgotten. */
export function madeRow<T extends DocumentType>(type: T, id: string, stream: string | null, fields: Omit<DocumentTypes[T], 'id'>): PredictedRow {
  return { id, type, stream, fields: fields as unknown as JsonObject }
}
