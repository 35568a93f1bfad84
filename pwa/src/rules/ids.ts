/**
 * Ids of rows that have a natural key: two phones that never met make the same row.
 * UUIDv5 of `<kind>/<part>/<part>…`; a part that is absent is `-`. `check_key` comes last wherever it
 * occurs and every other part is an id, a day or a field name, so no two keys make one string.
 */
import { v5 } from 'uuid'

export const NAMESPACE = '8d1f0c52-6f0a-5c57-9d0b-2f6a6f1e7a10'

export function naturalId(kind: string, ...parts: readonly (string | null)[]): string {
  return v5([kind, ...parts.map((part) => part ?? '-')].join('/'), NAMESPACE)
}

export const roundId = (planId: string, occurrenceDate: string): string => naturalId('round', planId, occurrenceDate)

export const answerId = (roundId: string, assetId: string | null, checkKey: string): string =>
  naturalId('answer', roundId, assetId, checkKey)

export const findingId = (roundId: string, assetId: string | null, checkKey: string): string =>
  naturalId('finding', roundId, assetId, checkKey)

/** The id of the ticket that this finding raises if it joins no open one. */
export const ticketId = (roundId: string, assetId: string | null, checkKey: string): string =>
  naturalId('ticket', roundId, assetId, checkKey)

export const memberId = (projectId: string, personId: string): string => naturalId('member', projectId, personId)

export const preferenceId = (personId: string): string => naturalId('preference', personId)

export const readingsId = (assetId: string): string => naturalId('readings', assetId)

export const statusId = (personId: string, op: string): string => naturalId('status', personId, op)

export const conflictId = (docId: string, field: string, op: string): string =>
  naturalId('conflict', docId, field, op)

export const sealId = (roundId: string): string => naturalId('seal', roundId)

/** The one insert-only row that does not take its operation's id: sign_round's round_event has that. */
export const signedCopyId = (op: string): string => naturalId('signed_copy', op)

/** What one event on a ticket leaves over. */
export const problemId = (op: string): string => naturalId('problem', op)

/** What the client sees of this ticket. */
export const clientTicketId = (ticketId: string): string => naturalId('client_ticket', ticketId)

/** A rule's own event on a ticket: made again by the same cause it is the same row. */
export const ruleEventId = (ticketId: string, name: string, subject: string, cause: string): string =>
  naturalId('ticket_event', ticketId, name, subject, cause)
