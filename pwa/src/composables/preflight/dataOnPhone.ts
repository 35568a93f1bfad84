import { documentsOf, documentsOfType, getDocument } from '../../db/documents'
import type { PersonDatabase } from '../../db/personDatabase'
import { assetsOf } from '../../db/roundFacts'
import type { Plan, Template } from '../../domain/types'
import { addDays } from '../../rules/days'
import { roundId as roundIdOf } from '../../rules/ids'
import { roundAssetIds } from '../../rules/items'

export interface DataOnPhone {
  readonly assets: number
  readonly missing_assets: number
  /** null: the template is not on this phone. */
  readonly template_version: number | null
}

const DAYS_AROUND = 8

/** What of a round's data is here; for a round whose row nobody has made yet, what its plan names. */
export async function readDataOnPhone(db: PersonDatabase, roundId: string): Promise<DataOnPhone> {
  const round = await getDocument(db, 'round', roundId)
  const plan = round === null ? await planOf(db, roundId) : null
  const walked = round ?? (plan && { asset_ids: plan.asset_ids, extra_asset_ids: [] })
  if (walked === null) return { assets: 0, missing_assets: 0, template_version: null }
  const here = (await assetsOf(db, walked)).length
  const template = round === null ? await newestTemplate(db, plan) : await getDocument(db, 'template', round.template_id)
  return { assets: here, missing_assets: roundAssetIds(walked).length - here, template_version: template?.version ?? null }
}

/** A round's id is made of its plan and its day: try the days around today. */
async function planOf(db: PersonDatabase, roundId: string): Promise<Plan | null> {
  const today = new Date().toISOString().slice(0, 10)
  const days = Array.from({ length: 2 * DAYS_AROUND + 1 }, (_, k) => addDays(today, k - DAYS_AROUND))
  return (await documentsOfType(db, 'plan')).find((plan) => days.some((day) => roundIdOf(plan.id, day) === roundId)) ?? null
}

async function newestTemplate(db: PersonDatabase, plan: Plan | null): Promise<Template | null> {
  const versions = plan === null ? [] : await documentsOf(db, 'template', 'lookup', plan.template_key)
  return versions.sort((a, b) => b.version - a.version)[0] ?? null
}
