/** What the folds of a ticket take of its events. */
import type { TicketEvent } from '../domain/types'

export type TicketEventFacts = Pick<TicketEvent, 'id' | 'name' | 'after' | 'args'>
