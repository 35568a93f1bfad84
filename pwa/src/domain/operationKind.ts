import type { DecisionName } from './operations'

const DECISIONS: ReadonlySet<string> = new Set<DecisionName>([
  'approve_round', 'send_back', 'assign_ticket', 'settle_conflict', 'settle_parked', 'release_waiting', 'declare_photo_lost',
  'issue_tag', 'issue_tags', 'revoke_tag', 'grant_role', 'revoke_role', 'retry_job', 'change_policy', 'apply_import', 'undo_import',
  'change_channel', 'disable_channel', 'test_channel', 'retry_message', 'give_up_message',
])

/** Decisions are made online, on what was on the screen; everything else may wait. */
export const isDecision = (name: string): boolean => DECISIONS.has(name)
