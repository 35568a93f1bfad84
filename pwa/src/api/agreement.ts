/**
 * The domain's hand-written types name what the server's own schemas name, or this file does not compile: a column, an
 * operation or a role that only one side knows is an error of the build, not of a phone in a machine room.
 */
import type { DecisionName, DocumentTypes, EditName, EventName, Role } from '../domain/types'
import type { components } from './schema'

type Schemas = components['schemas']
type Same<Ours, Theirs> = [Ours, Theirs] extends [Theirs, Ours] ? true : { only_here: Exclude<Ours, Theirs>; only_there: Exclude<Theirs, Ours> }
type Holds<Claims extends { readonly [claim: string]: true }> = Claims

export type FieldsAgree = Holds<{ [Type in keyof DocumentTypes]: Same<keyof DocumentTypes[Type], keyof Schemas[`document_${Type}`]> }>
export type NamesAgree = Holds<{
  documents: Same<`document_${keyof DocumentTypes}`, Extract<keyof Schemas, `document_${string}`>>
  roles: Same<Role, Schemas['role']>
  edits: Same<EditName, Schemas['edit_name']>
  events: Same<EventName, Schemas['event_name']>
  decisions: Same<DecisionName, Schemas['decision_name']>
}>
