import { computed, type Ref } from 'vue'
import { getDocument } from '../db/documents'
import { readContact } from '../db/meta'
import type { Role, RoundBrief, Ticket, Today } from '../domain/types'
import { addDays } from '../rules/days'
import { localDay } from '../rules/dueAt'
import type { Phone } from '../sync/phone'
import { readBook } from './book/readBook'
import { signaturesOf } from './book/signatures'
import { docsInProject, live } from './inProject'
import { briefsOf } from './today/briefs'
import { useClock } from './useClock'
import { useSession } from './useSession'

const LOOK_BACK_DAYS = 7
const LOOK_AHEAD_DAYS = 7

/** What to do next: own open tickets, rounds due and under way, sent back, coming up. */
export function useToday(): Readonly<Ref<Today | null>> {
  const { person, roles } = useSession()
  const clock = useClock()
  const hour = computed(() => clock.value.toISOString().slice(0, 13)) // the day may change while the app is open
  return live(async (phone, projectId) => {
    const { db } = phone
    const project = await getDocument(db, 'project', projectId)
    if (project === null) return null
    const today = localDay(clock.value.toISOString(), project.time_zone)
    const from = addDays(today, -LOOK_BACK_DAYS)
    const span = { from: today, to: addDays(today, LOOK_AHEAD_DAYS), time_zone: project.time_zone }
    const briefs = (await briefsOf(db, projectId, span)).filter((brief) => concerns(brief, person.value?.id ?? '', roles.value))
    const tickets = await docsInProject(db, 'ticket', projectId)
    return {
      tickets: tickets.filter((ticket) => ticket.is_open && ticket.assignee_ids?.includes(person.value?.id ?? '')).sort(worstFirst),
      rounds: briefs.filter(({ phase, occurrence_date: day }) => phase === 'open' || (phase === 'planned' && day <= today && day >= from)),
      sent_back: briefs.filter(({ phase }) => phase === 'sent_back'),
      unsigned: await withoutClient(phone, briefs),
      coming: briefs.filter(({ phase, occurrence_date: day }) => phase === 'planned' && day > today && day <= span.to),
      as_of: (await readContact(db)).up_to_date_at,
    }
  }, hour, person, roles) as Readonly<Ref<Today | null>>
}

/** Rounds of nobody in particular are everybody's; a supervisor looks after all of them. */
function concerns({ round, plan }: RoundBrief, personId: string, roles: readonly Role[]): boolean {
  const assignees = round?.assignee_ids ?? plan?.assignee_ids ?? []
  return assignees.length === 0 || assignees.includes(personId) || roles.includes('supervisor')
}

async function withoutClient(phone: Phone, briefs: readonly RoundBrief[]): Promise<RoundBrief[]> {
  const handed_in = briefs.filter(({ phase }) => phase === 'submitted')
  const books = await Promise.all(handed_in.map(({ id }) => readBook(phone, id)))
  return handed_in.filter((_, k) => {
    const book = books[k]
    return book?.template && !signaturesOf(book).client_stands
  })
}

const worstFirst = (a: Ticket, b: Ticket): number =>
  (a.severity ?? 9) - (b.severity ?? 9) || Date.parse(a.opened_at) - Date.parse(b.opened_at)
