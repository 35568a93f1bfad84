/** Every due time explains itself in one sentence: what is counted from when, how long, what stood still, until when. */
import { merged, MINUTE_MS } from './clocksReckoning'
import type { Clock, Why } from './clocksTypes'
import { localDay, localTime } from './dueAt'
import type { Language } from './language'
import type { SlaPolicyBody } from './slaPolicy'
import { WorkCalendar } from './workCalendar'

type Words = readonly [zh: string, en: string]

const NAMES: Readonly<Record<Clock['key'], Words>> = {
  phone_response: ['电话响应', 'Phone response'],
  first_answer: ['首次答复', 'First answer'],
  dispatch: ['现场响应', 'Dispatch'],
  arrival: ['抵达现场', 'Arrival'],
  on_site: ['工程师到场', 'Engineer on site'],
  diagnosis: ['故障判断', 'Diagnosis'],
  solution: ['解决方案', 'Solution or workaround'],
  repair: ['故障修复', 'Repair'],
  spare: ['备件到位', 'Spare in place'],
  information: ['信息答复', 'Information'],
}
const FROM: Readonly<Record<Clock['counts_from'] | 'found', Words>> = {
  registration: ['登记', 'registration'],
  found: ['发现', 'the fault being found'],
  phone_response: ['电话响应', 'phone response'],
  dispatch: ['派工', 'dispatch'],
  arrival: ['到场', 'arrival'],
  diagnosis: ['判断', 'diagnosis'],
  solution: ['解决', 'solution'],
}
const CALENDAR: Readonly<Record<Clock['calendar'], Words>> = {
  always: ['7×24 计时', 'counted round the clock'],
  working: ['只计工作时间', 'counted in working hours'],
}
const REASONS: Readonly<Record<string, Words>> = {
  waiting_client: ['等甲方', 'waiting for the client'],
  waiting_part: ['等配件', 'waiting for a part'],
  access: ['进不了现场', 'no access'],
  agreed: ['双方商定', 'as agreed'],
}

/** What a clock, its beginning and a pause are called: the words of the sentences below. */
export const clockName = (key: Clock['key'], language: Language): string => NAMES[key][language === 'en' ? 1 : 0]
export const beginningName = (source: Clock['counts_from'], language: Language): string => FROM[source][language === 'en' ? 1 : 0]
export const pauseName = (reason: string, language: Language): string => REASONS[reason]?.[language === 'en' ? 1 : 0] ?? reason

/** One clock to be put into words. */
interface Telling {
  readonly policy: SlaPolicyBody
  readonly clock: Clock
  readonly language: Language
}

/** In the project's local time; a clock that does not run says why. */
export function explain(policy: SlaPolicyBody, clock: Clock, language: Language): string {
  const telling = { policy, clock, language }
  const parts = [promise(telling), pick(telling, CALENDAR[clock.calendar]), ...stood(telling), ending(telling)]
  const name = pick(telling, NAMES[clock.key])
  return language === 'en' ? `${name}: ${parts.join(', ')}.` : `${name}：${parts.join('，')}。`
}

/** Whole hours from two on, else minutes. */
export function minutesText(minutes: number, language: Language): string {
  const hours = minutes % 60 === 0 && minutes >= 120
  if (language === 'en') return hours ? `${minutes / 60} h` : `${minutes} min`
  return hours ? `${minutes / 60} 小时` : `${minutes} 分钟`
}

function promise(telling: Telling): string {
  const { policy, clock, language } = telling
  const found = clock.counts_from === 'registration' && policy.moment === 'found'
  const origin = pick(telling, FROM[found ? 'found' : clock.counts_from])
  const limit = minutesText(clock.limit_minutes, language)
  if (clock.started_at === null) return language === 'en' ? `within ${limit} of ${origin}` : `${origin}后 ${limit}内`
  const start = local(telling, clock.started_at)
  return language === 'en' ? `within ${limit} of ${origin} at ${start}` : `自 ${start} ${origin}起 ${limit}内`
}

/** What stood still and is over, in counted time; of pauses also why. */
function stood(telling: Telling): string[] {
  const { clock, language } = telling
  const paused = minutesText(clock.paused_minutes, language)
  const solved = counted(telling, 'solved')
  const gone = counted(telling, 'withdrawn')
  const [solvedText, goneText] = [minutesText(solved, language), minutesText(gone, language)]
  const said: [number, string, string][] = [
    [clock.paused_minutes, `停表 ${paused}（${reasons(telling, false)}）`, `paused for ${paused} (${reasons(telling, false)})`],
    [solved, `算已解决的 ${solvedText}不计`, `without the ${solvedText} that it counted as solved`],
    [gone, `撤销期间的 ${goneText}不计`, `without the ${goneText} that it was withdrawn`],
  ]
  return said.filter(([minutes]) => minutes > 0).map(([, zh, en]) => pick(telling, [zh, en]))
}

function ending(telling: Telling): string {
  const { clock, language } = telling
  if (clock.state === 'cancelled') return pick(telling, ['已撤销，不再计时', 'withdrawn, no longer counted'])
  if (clock.started_at === null) {
    const [zh, en] = FROM[clock.counts_from]
    return pick(telling, [`还没${zh}`, `no ${en} yet`])
  }
  const until = clock.due_at === null ? null : pick(telling, [`最晚 ${local(telling, clock.due_at)}`, `due ${local(telling, clock.due_at)}`])
  if (clock.state === 'paused') return pausedEnding(telling, until)
  if (clock.met_at === null) return String(until)
  const done = local(telling, clock.met_at)
  if (language === 'en') return `${until}, done ${done}, ${clock.state === 'met' ? 'in time' : 'late'}`
  return `${until}，${done} 完成，${clock.state === 'met' ? '按时' : '超时'}`
}

function pausedEnding(telling: Telling, until: string | null): string {
  const { clock, language } = telling
  const since = local(telling, clock.paused_since ?? '')
  const why = reasons(telling, true)
  const left = minutesText(clock.left_minutes ?? 0, language)
  const paused = pick(telling, [`自 ${since} 停表（${why}）`, `paused since ${since} (${why})`])
  if (until !== null) return pick(telling, [`${until}，${paused}`, `${until}, ${paused}`])
  return pick(telling, [`${paused}，还剩 ${left}`, `${paused}, ${left} left`])
}

function reasons(telling: Telling, lasting: boolean): string {
  const { stops } = telling.clock
  const found = stops.filter((stop) => stop.why === 'paused' && (stop.end === null) === lasting)
  const words = new Set(found.map(({ reason }) => reason ?? ''))
  return [...words].map((reason) => pick(telling, REASONS[reason] ?? [reason, reason])).join(pick(telling, ['、', ', ']))
}

function counted({ policy, clock }: Telling, why: Why): number {
  const calendar = new WorkCalendar(policy.calendar, clock.calendar)
  const spans = clock.stops
    .filter((stop) => stop.why === why && stop.end !== null)
    .map(({ begin, end }) => ({ begin: Date.parse(begin), end: Date.parse(String(end)) }))
  const sum = merged(spans).reduce((total, { begin, end }) => total + calendar.counted(begin, end ?? begin), 0)
  return Math.floor(sum / MINUTE_MS)
}

const pick = ({ language }: Telling, [zh, en]: Words): string => (language === 'en' ? en : zh)

const local = ({ policy }: Telling, moment: string): string =>
  `${localDay(moment, policy.calendar.time_zone)} ${localTime(moment, policy.calendar.time_zone)}`
