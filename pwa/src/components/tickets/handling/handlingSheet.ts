import type { MoreAct } from './moreActs'

/** The sheets over a ticket, one at a time. */
export type HandlingSheet = 'more' | 'diagnose' | 'confirm' | 'client_link' | MoreAct
