/** Operations as they go by wire (docs/protocol.md, section 3). A body is immutable once it is on disk. */
import type { DocumentType, JsonObject } from './documents'

export type EditName =
  | 'answer_item' | 'write_form' | 'add_to_round' | 'mark_photo' | 'grade_ticket'
  | 'describe_project' | 'describe_member' | 'describe_place' | 'describe_asset' | 'describe_route_point' | 'describe_plan'
  | 'describe_calendar_day'
  | 'plan_shift' | 'write_article' | 'describe_draft' | 'read_notice' | 'set_preference' | 'describe_certificate'
export type EventName =
  | 'open_round' | 'scan_asset' | 'take_photo' | 'withdraw_photo' | 'sign_round' | 'submit_round' | 'pin_comment' | 'take_review' | 'leave_review'
  | 'withdraw_comment' | 'comment_ticket' | 'resolve_ticket' | 'reopen_ticket'
  | 'cancel_shift'
  | 'raise_ticket' | 'report_fault' | 'report_again' | 'answer_reporter' | 'accept_ticket' | 'set_out' | 'arrive_at_ticket' | 'guide_by_phone' | 'diagnose_ticket' | 'need_part' | 'place_spare'
  | 'confirm_closure' | 'refuse_closure' | 'answer_as_vendor' | 'write_incident'
  | 'pause_ticket' | 'continue_ticket' | 'hand_over_ticket' | 'escalate_ticket' | 'record_session' | 'take_back' | 'withdraw_ticket' | 'raise_problem'
  | 'register_contact' | 'article_helped'
export type DecisionName =
  | 'approve_round' | 'send_back' | 'assign_ticket' | 'settle_conflict' | 'settle_parked' | 'release_waiting'
  | 'declare_photo_lost' | 'issue_tag' | 'issue_tags' | 'revoke_tag' | 'grant_role' | 'revoke_role' | 'retry_job' | 'change_policy'
  | 'make_link' | 'revoke_link' | 'apply_import' | 'undo_import'
  | 'begin_draft' | 'drop_draft' | 'publish_draft'
  | 'begin_project' | 'invite_person' | 'revoke_invitation' | 'accept_invitation' | 'revoke_device' | 'readmit_device'
  | 'change_channel' | 'disable_channel' | 'test_channel' | 'retry_message' | 'give_up_message'
export type OperationName = EditName | EventName | DecisionName

/** The operations that wrote a field last. */
export type Writers = readonly string[]
export type FieldWriters = { readonly [field: string]: Writers }

export interface Edit {
  readonly doc: string
  readonly type: DocumentType
  readonly key?: JsonObject
  readonly set: JsonObject
  readonly was: { readonly [field: string]: Writers | null }
}

interface OperationHead { readonly op: string; readonly at: string }
export interface EditOperation extends OperationHead { readonly name: EditName; readonly edits: readonly Edit[] }
export interface EventOperation extends OperationHead {
  readonly name: EventName
  readonly doc: string
  readonly args: JsonObject
  readonly after: readonly string[]
}
export interface DecisionOperation extends OperationHead {
  readonly name: DecisionName
  readonly doc: string | null
  readonly args: JsonObject
  readonly seen: { readonly [doc: string]: Writers }
}
export type Operation = EditOperation | EventOperation | DecisionOperation

export type Outcome = 'applied' | 'conflict' | 'parked' | 'waiting'
export interface OperationResult {
  readonly op: string
  readonly outcome: Outcome
  readonly duplicate?: boolean
  /** The server's signed word on it, opaque to us: sent along when a restored server is offered the operation again. */
  readonly receipt?: string
  readonly docs?: readonly { readonly id: string; readonly rev: number }[]
  readonly conflicts?: readonly { readonly id: string; readonly field: string }[]
  readonly code?: string | null
  readonly reason?: string | null
  readonly message?: string | null
  /** What the sentence is about, for a screen that shows it where it belongs. */
  readonly details?: JsonObject
  readonly for?: readonly string[]
  /** Of a decision about another operation: that one, where it is still not applied. */
  readonly subject?: OpenSubject
}
export interface OpenSubject {
  readonly op: string
  readonly outcome: 'parked' | 'waiting'
  readonly code?: string | null
  readonly reason?: string | null
  readonly message?: string | null
}
