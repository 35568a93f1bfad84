/** Our days of a recurrence rule are those of the library `rrule`, over every combination of the parts named here. */
import { rrulestr } from 'rrule'
import { expect, test } from 'vitest'
import { FREQUENCIES, readRrule, rruleProblem } from '@/rules/rruleText'
import { rruleDays } from '@/rules/rruleDays'

const BEGINS = '2024-02-29'
const LAST = '2027-12-31'
const PARTS = {
  interval: ['', ';INTERVAL=3'],
  ends: ['', ';COUNT=7', ';UNTIL=20261115'],
  months: ['', ';BYMONTH=2,11'],
  month_days: ['', ';BYMONTHDAY=1,29,-1'],
  weekdays: ['', ';BYDAY=MO,FR', ';BYDAY=2TU,-1SU'],
  positions: ['', ';BYSETPOS=1', ';BYSETPOS=-1'], // the library miscounts where a period has fewer days than a position asks for
  week_start: ['', ';WKST=SU'],
}

const combined = Object.values(PARTS).reduce<string[]>(
  (texts, choices) => texts.flatMap((text) => choices.map((choice) => text + choice)),
  FREQUENCIES.map((frequency) => `FREQ=${frequency}`),
)
const kept = combined.filter((text) => rruleProblem(text) === null)

test('covers rules of every frequency', () => {
  expect(kept.length).toBeGreaterThan(300)
  expect(new Set(kept.map((text) => readRrule(text).frequency)).size).toBe(FREQUENCIES.length)
})

test.each(FREQUENCIES)('names the same days: %s', (frequency) => {
  for (const text of kept.filter((each) => each.startsWith(`FREQ=${frequency}`))) {
    const library = rrulestr(text, { dtstart: new Date(`${BEGINS}T00:00:00Z`) })
    const theirs = library.between(new Date(`${BEGINS}T00:00:00Z`), new Date(`${LAST}T00:00:00Z`), true)
    const days = theirs.map((moment) => moment.toISOString().slice(0, 10))
    expect({ text, days: rruleDays(readRrule(text), BEGINS, BEGINS, LAST) }).toEqual({ text, days })
  }
})
