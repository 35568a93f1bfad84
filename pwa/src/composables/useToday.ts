import { computed, type Ref } from 'vue'
import { getDocument } from '../db/documents'
import { readContact } from '../db/meta'
import type { Role, RoundBrief, Ticket, Today } from '../domain/types'
import { addDays } from '../rules/days'
import { localDay } from '../rules/dueAt'
import { shownFrom } from '../rules/roundTiming'
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
    const newest = newestOfEach(briefs.filter((brief) => isTime(brief, today)))
    const tickets = await docsInProject(db, 'ticket', projectId)
    return {
      tickets: tickets.filter((ticket) => ticket.is_open && ticket.assignee_ids?.includes(person.value?.id ?? '')).sort(worstFirst),
      rounds: briefs.filter((brief) => brief.phase === 'open' || (isPlanned(brief) && isTime(brief, today) && (brief.occurrence_date >= from || newest.has(brief.id)))),
      sent_back: briefs.filter(({ phase }) => phase === 'sent_back'),
      unsigned: await withoutClient(phone, briefs),
      coming: briefs.filter((brief) => isPlanned(brief) && !isTime(brief, today) && brief.occurrence_date <= span.to),
      missed: briefs.filter(({ missed, occurrence_date: day }) => missed && day >= from),
      as_of: (await readContact(db)).up_to_date_at,
    }
  }, hour, person, roles) as Readonly<Ref<Today | null>>
}

/** Rounds of nobody in particular are everybody's; a supervisor looks after all of them. */
function concerns({ assignee_ids: assignees }: RoundBrief, personId: string, roles: readonly Role[]): boolean {
  return assignees.length === 0 || assignees.includes(personId) || roles.includes('supervisor')
}

const isPlanned = ({ phase, missed }: RoundBrief): boolean => phase === 'planned' && !missed

/** The last one of each plan: where it is still to be done, it is so however old it is. */
function newestOfEach(briefs: readonly RoundBrief[]): ReadonlySet<string> {
  const by_day = [...briefs].sort((a, b) => (a.occurrence_date < b.occurrence_date ? -1 : 1))
  return new Set(new Map(by_day.map(({ plan, id }) => [plan?.id ?? id, id])).values())
}

/** Its day has come, or the days before it on which its plan lets it be begun. */
const isTime = ({ plan, occurrence_date: day }: RoundBrief, today: string): boolean => (plan === null ? day : shownFrom(plan, day)) <= today

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
