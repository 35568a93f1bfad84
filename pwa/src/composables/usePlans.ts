import type { Ref } from 'vue'
import { readPlanCalendar } from '../db/planFacts'
import type { Asset, CalendarDay, Place, Plan, Round, Template } from '../domain/types'
import type { PlanCalendar } from '../rules/planCalendar'
import { docsInProject, live } from './inProject'
import { documentsOfType } from '../db/documents'

export interface PlansDesk {
  readonly plans: readonly Plan[]
  /** Those on this device: what was sealed two weeks ago has left it. */
  readonly rounds: readonly Round[]
  readonly places: readonly Place[]
  readonly assets: readonly Asset[]
  /** The newest version of each checklist. */
  readonly templates: readonly Template[]
  readonly days: readonly CalendarDay[]
  readonly calendar: PlanCalendar
}

/** What is planned in the chosen project, and by what it goes. */
export function usePlans(): Readonly<Ref<PlansDesk | null>> {
  return live(async ({ db }, project) => {
    const [plans, rounds, places, assets, templates, days, calendar] = await Promise.all([
      docsInProject(db, 'plan', project), docsInProject(db, 'round', project), docsInProject(db, 'place', project), docsInProject(db, 'asset', project),
      documentsOfType(db, 'template'), docsInProject(db, 'calendar_day', project), readPlanCalendar(db, project),
    ])
    const by_version = [...templates].sort((a, b) => a.version - b.version)
    return {
      plans: [...plans].sort((a, b) => (a.starts_on ?? '').localeCompare(b.starts_on ?? '') || (a.id < b.id ? -1 : 1)),
      rounds, assets, calendar,
      places: [...places].sort((a, b) => a.ordinal - b.ordinal),
      templates: [...new Map(by_version.map((one) => [one.key, one])).values()],
      days: days.filter(({ removed_at }) => removed_at === null).sort((a, b) => (a.day < b.day ? -1 : 1)),
    }
  })
}
