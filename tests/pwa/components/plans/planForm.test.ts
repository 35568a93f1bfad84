import { expect, it } from 'vitest'
import { RULES, emptyPlan, kindOfRule, planProblems, ruleOfKind, written } from '@/components/plans/planForm'
import { NO_CALENDAR } from '@/rules/planCalendar'
import { ruleProblem } from '@/rules/planRule'

const TODAY = '2026-11-22'
const plan = (over: Partial<ReturnType<typeof emptyPlan>> = {}) => ({ ...emptyPlan(TODAY), name_zh: '日检', template_key: 'daily', ...over })

it('begins each kind of rule with one that can be kept', () => {
  for (const kind of RULES) {
    const rule = ruleOfKind(kind, TODAY)
    expect(kindOfRule(rule)).toBe(kind)
    if (kind !== 'demand') expect(ruleProblem(rule)).toBeNull()
  }
})
it('names what is missing, in the order of the form', () => {
  expect(planProblems(emptyPlan(TODAY), 0, NO_CALENDAR)).toEqual(['names', 'template', 'scope'])
  expect(planProblems(plan({ starts_on: null }), 1, NO_CALENDAR)).toEqual(['starts'])
  expect(planProblems(plan({ ends_on: '2026-11-01' }), 1, NO_CALENDAR)).toEqual(['term'])
  expect(planProblems(plan(), 1, NO_CALENDAR)).toEqual([])
})
it('refuses a rule that is unclear or never comes', () => {
  const on = (text: string) => plan({ rule: { every: 'rrule', on: text } })
  expect(planProblems(on('FREQ=HOURLY'), 1, NO_CALENDAR)).toEqual(['rule'])
  expect(planProblems(on('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'), 1, NO_CALENDAR)).toEqual(['never'])
})
it("needs the contract's end for what goes by it", () => {
  const last_month = plan({ rule: { every: 'contract_end', on: { days: 30 } } })
  expect(planProblems(last_month, 1, NO_CALENDAR)).toEqual(['contract_end'])
  expect(planProblems(last_month, 1, { days: [], contract_ends_on: '2027-06-30' })).toEqual([])
})
it('leaves the assets of a scope to the server and names an English reader the same', () => {
  expect(written(plan({ name_zh: ' 日检 ', asset_ids: ['a'] }))).toMatchObject({ name_zh: '日检', name_en: '日检', asset_ids: [] })
  expect(written(plan({ scope: null, asset_ids: ['a'] })).asset_ids).toEqual(['a'])
})
