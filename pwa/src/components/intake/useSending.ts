import { ref, type Ref } from 'vue'
import { assignTicket } from '@/actions/assignTicket'
import { raiseTicket } from '@/actions/raiseTicket'
import { registerContact } from '@/actions/registerContact'
import { reportAgain } from '@/actions/reportAgain'
import { type Undecided, useDecision } from '@/components/decisions/useDecision'
import { useSaving } from '@/components/useSaving'
import type { Intake } from '@/domain/types'
import type { Suggestion } from '@/rules/suggestedSeverity'
import { callerOf } from './intake'
import { titleOf } from './title'

/** What became of the last call; `assignee_id` once the server said that it is theirs. */
export interface Sent { readonly ticket_id: string | null; readonly assignee_id: string | null; readonly joined: boolean }

/**
 * A call becomes operations, in order: the ticket (or a further call to one that is there), the register's row that names it,
 * and, where there is a network, who does it. A second try after a failed write goes on where the first one stopped.
 */
export function useSending(finish: (id: string) => Promise<void>) {
  const saving = useSaving()
  const { busy, trouble, decide, dismiss } = useDecision()
  const sent = ref<Sent | null>(null) as Ref<Sent | null>
  const written = new Map<string, string>() // of a call the ticket that is on disk already

  async function ticketOf(project: string, intake: Intake, suggestion: Suggestion | null): Promise<string> {
    const { name, phone } = callerOf(intake.caller)
    const known = written.get(intake.id)
    if (known !== undefined) return known
    if (intake.joins !== null) await reportAgain({ id: intake.joins }, { text: intake.words, caller_name: name, caller_phone: phone })
    const id = intake.joins ?? (await raiseTicket(project, {
      source: intake.channel, title: titleOf(intake.words), description: intake.words, asset_id: intake.asset_id, kind: intake.kind,
      severity: intake.severity, suggested_severity: suggestion?.severity ?? null, severity_reason: orNull(intake.severity_reason),
      found_at: intake.found_at, elsewhere: intake.elsewhere, reporter_name: name, reporter_phone: phone, remote_tried: intake.remote_tried, remote_result: orNull(intake.remote_result),
    }))
    written.set(intake.id, id)
    return id
  }

  /** `ticket`: raise or join one; else it is only registered. */
  async function send(project: string, intake: Intake, { ticket, suggestion, assignee }: { ticket: boolean; suggestion: Suggestion | null; assignee: string }): Promise<void> {
    const done = await saving.save(async () => {
      const ticket_id = ticket ? await ticketOf(project, intake, suggestion) : null
      const { name, phone } = callerOf(intake.caller)
      await registerContact(project, {
        channel: intake.channel, contacted_at: intake.started_at, caller_name: name, caller_phone: phone, caller_organisation: orNull(intake.caller_organisation),
        asset_id: intake.asset_id, text: orNull(intake.words), ticket_id, answer: orNull(intake.remote_result),
      })
      await finish(intake.id)
      return { ticket_id }
    })
    if (done === undefined) return
    sent.value = { ...done, assignee_id: null, joined: intake.joins !== null }
    if (done.ticket_id !== null && intake.joins === null && assignee !== '') await assign(done.ticket_id, assignee)
  }

  async function assign(id: string, assignee: string): Promise<void> {
    if (await decide(() => assignTicket({ id }, [assignee])) && sent.value?.ticket_id === id) sent.value = { ...sent.value, assignee_id: assignee }
  }
  return { send, sent, saving, assigning: busy, trouble: trouble as Ref<Undecided | null>, dismiss }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
