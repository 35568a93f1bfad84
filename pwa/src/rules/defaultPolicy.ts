/** The contract's own clocks (domain.md section 4), 7×24: what holds where a project has not said otherwise. */
import type { ClockKey, CountsFrom, SlaPolicyBody } from './slaPolicy'

const HOURS = [['09:00', '18:00']] as const
type Row = readonly [phone_response: number, dispatch: number, arrival: number, diagnosis: number, solution: number]
const row = ([phone_response, dispatch, arrival, diagnosis, solution]: Row) => ({ phone_response, dispatch, arrival, diagnosis, solution })
const COUNTS: Readonly<Record<ClockKey, CountsFrom>> = {
  phone_response: 'registration', dispatch: 'registration', arrival: 'registration', diagnosis: 'arrival', solution: 'diagnosis',
  first_answer: 'registration', on_site: 'registration', repair: 'registration', spare: 'registration', information: 'registration',
}

export const defaultPolicy = (time_zone = 'Asia/Shanghai'): SlaPolicyBody => ({
  matrix: { 1: row([15, 30, 120, 60, 120]), 2: row([15, 30, 120, 60, 120]), 3: row([30, 60, 240, 60, 240]), 4: row([60, 120, 240, 240, 480]) },
  promises: {
    first_answer: { minutes: 10, elsewhere: 60 },
    on_site: { minutes: 30 },
    repair: { ordinary: 720, complex: 1440 },
    spare: { minutes: 1440 },
    information: { minutes: 1440 },
  },
  counts: COUNTS,
  moment: 'received',
  thresholds: { default: [80, 100], by_kind: {} },
  escalate_at: 100,
  calendar: { kind: 'always', time_zone, weekly: { mon: HOURS, tue: HOURS, wed: HOURS, thu: HOURS, fri: HOURS }, days: {} },
  calendar_for: {},
  pauses: {
    waiting_client: ['diagnosis', 'solution', 'repair', 'information'],
    waiting_part: ['solution', 'repair'],
    access: ['arrival', 'diagnosis', 'solution', 'repair'],
    agreed: ['dispatch', 'arrival', 'diagnosis', 'solution', 'repair', 'spare', 'information'],
  },
  not_for: { round: ['phone_response', 'first_answer'] },
  auto_confirm_days: null,
  repeat_window_days: 30,
})
