import { v7 } from 'uuid'
import { checkText } from '../domain/limits'
import { clientTicketId } from '../rules/ids'
import { act } from '../sync/act'
import { madeRow } from '../sync/newOperation'
import { MAX_TITLE_CHARACTERS } from './raiseTicket'

export interface FaultReport {
  readonly title: string
  readonly description: string | null
  /** The short code of the equipment's tag. */
  readonly code: string | null
  readonly reporter_name: string | null
  readonly reporter_phone: string | null
}

/** A client reports a fault; shown among their tickets at once, its number comes from the server. */
export async function reportFault(projectId: string, report: FaultReport): Promise<string> {
  checkText(report.title, MAX_TITLE_CHARACTERS)
  checkText(report.description)
  const id = v7()
  await act((_, { at }) => {
    const shown = {
      ticket_id: id, number: null, title_zh: report.title, title_en: report.title, severity: null, state: 'raised', step: 'waiting',
      reported_at: at, due_at: null, result: null, confirmation: 'none', heads: [],
    } as const
    const rows = [madeRow('client_ticket', clientTicketId(id), `project:${projectId}:client`, shown)]
    return Promise.resolve({ name: 'report_fault', doc: id, args: { project_id: projectId, ...report }, rows })
  })
  return id
}
