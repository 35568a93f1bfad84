/** Everything that syncing depends on, in one value: several phones can live in one test. */
import type { Wire } from '../api/wire'
import type { PersonDatabase } from '../db/personDatabase'

export interface Clock { now(): number }
export const SYSTEM_CLOCK: Clock = { now: () => Date.now() }

export interface Phone {
  readonly db: PersonDatabase
  readonly person_id: string
  readonly wire: Wire
  readonly clock: Clock
  readonly random: () => number
  /** Called at each numbered step of docs/protocol.md; tests stop the phone there. */
  readonly reached: (step: Step) => void
}

export type Step =
  | 'perform: committed'
  | 'push: batch read' | 'push: answered' | 'push: settled'
  | 'pull: asked' | 'pull: answered' | 'pull: page applied' | 'pull: reflected'
  | 'upload: address stored' | 'upload: received'
  | 'start over: base set aside' | 'fork: renumbered'

/** The version of the operation bodies that this app writes (`schema` on the wire). */
export const SCHEMA = 1
