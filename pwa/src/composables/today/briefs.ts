/** Rounds as a list shows them: rows that exist, and what the plans say for days whose row nobody has made yet. */
import type { PersonDatabase } from '../../db/personDatabase'
import { readPlanCalendar, readShifts } from '../../db/planFacts'
import { assetsOf } from '../../db/roundFacts'
import type { Place, Plan, Round, RoundBrief, RoundCounts, Shift, Template } from '../../domain/types'
import { documentsOf, getDocument } from '../../db/documents'
import { roundId } from '../../rules/ids'
import { cellKey, cellsOf, shownCells } from '../../rules/items'
import { isAsked, isFilled, isUnmeasured } from '../../rules/missing'
import { planAssignees } from '../../rules/planAssignees'
import { proofOf, proofsOf } from '../../rules/proofs'
import { dueAt, occurrences } from '../../rules/recurrence'
import { hasLapsed } from '../../rules/roundTiming'
import { docsInProject } from '../inProject'

export interface Span { readonly from: string; readonly to: string; readonly time_zone: string }

export async function briefsOf(db: PersonDatabase, projectId: string, span: Span): Promise<RoundBrief[]> {
  const [calendar, shifts, rounds, plans, places, templates] = await Promise.all([
    readPlanCalendar(db, projectId),
    readShifts(db, projectId),
    docsInProject(db, 'round', projectId),
    docsInProject(db, 'plan', projectId),
    docsInProject(db, 'place', projectId),
    db.documents.where('type').equals('template').toArray(),
  ])
  const planOf = new Map(plans.map((plan) => [plan.id, plan]))
  const placeOf = new Map(places.map((place) => [place.id, place]))
  const versions = templates.map((row) => ({ id: row.id, ...row.fields }) as unknown as Template)
  const made = await Promise.all(rounds.map((round) => briefOfRound(db, round, { today: span.from, planOf, placeOf })))
  const known = new Set(rounds.map((round) => round.id))
  const foreseen = plans.flatMap((plan) => occurrences(plan, span.from, span.to, calendar).map((day) => ({ plan, day, id: roundId(plan.id, day) })))
  const unmade = await Promise.all(
    foreseen.filter(({ id }) => !known.has(id)).map(({ plan, day, id }) => briefOfPlan(db, plan, { id, day, time_zone: span.time_zone, versions, placeOf, shifts })),
  )
  return [...made, ...unmade].sort(byDeadline)
}

interface Surroundings {
  readonly today: string
  readonly planOf: ReadonlyMap<string, Plan>
  readonly placeOf: ReadonlyMap<string, Place>
}

async function briefOfRound(db: PersonDatabase, round: Round, { today, planOf, placeOf }: Surroundings): Promise<RoundBrief> {
  const { id, name_zh, name_en, occurrence_date, due_at } = round
  const plan = planOf.get(round.plan_id ?? '') ?? null
  const lapsed = round.missed_at !== null || (plan !== null && hasLapsed(plan, occurrence_date, today))
  return {
    id, name_zh, name_en, round, occurrence_date, due_at, plan,
    phase: round.state,
    counts: await countsOfRound(db, round),
    place: placeOf.get(round.place_id ?? '') ?? null,
    started: round.state !== 'planned',
    assignee_ids: round.assignee_ids ?? [],
    missed: round.state === 'planned' && lapsed,
  }
}

interface Foreseen {
  readonly id: string
  readonly day: string
  readonly time_zone: string
  readonly versions: readonly Template[]
  readonly placeOf: ReadonlyMap<string, Place>
  readonly shifts: readonly Shift[]
}

async function briefOfPlan(db: PersonDatabase, plan: Plan, { id, day, time_zone, versions, placeOf, shifts }: Foreseen): Promise<RoundBrief> {
  const template = versions.filter(({ key }) => key === plan.template_key).sort((a, b) => b.version - a.version)[0]
  const assets = await assetsOf(db, { asset_ids: plan.asset_ids, extra_asset_ids: [] })
  const due_at = dueAt(day, plan.due_time, time_zone)
  return {
    id, plan,
    name_zh: plan.name_zh,
    name_en: plan.name_en,
    round: null,
    occurrence_date: day,
    due_at,
    phase: 'planned',
    counts: { ...NOTHING_DONE, assets: assets.length, items: template === undefined ? 0 : cellsOf(template, assets).length },
    place: placeOf.get(plan.place_id ?? '') ?? null,
    started: false,
    assignee_ids: planAssignees(plan, shifts, due_at),
    missed: false,
  }
}

const NOTHING_DONE: RoundCounts = { assets: 0, assets_done: 0, items: 0, filled: 0, normal: 0, abnormal: 0, not_applicable: 0, unmeasured: 0, photos: 0 }

export async function countsOfRound(db: PersonDatabase, round: Round): Promise<RoundCounts> {
  const [template, assets] = await Promise.all([getDocument(db, 'template', round.template_id), assetsOf(db, round)])
  if (template === null) return { ...NOTHING_DONE, assets: assets.length }
  if (round.state === 'planned') return { ...NOTHING_DONE, assets: assets.length, items: cellsOf(template, assets).length }
  const [answers, photos, scans] = await Promise.all([
    documentsOf(db, 'answer', 'round_id', round.id), documentsOf(db, 'photo', 'round_id', round.id), documentsOf(db, 'scan', 'round_id', round.id),
  ])
  const cells = shownCells(template, assets, answers)
  const proofs = proofsOf(round, photos, scans)
  const byCell = new Map(answers.map((answer) => [cellKey(answer.asset_id, answer.check_key), answer]))
  const judged = cells.map(({ asset, item }) => {
    const answer = byCell.get(cellKey(asset?.id ?? null, item.check_key)) ?? null
    const filled = isFilled(item, answer, proofOf(proofs, item, asset?.id ?? null))
    return { asset, value: answer?.value ?? null, unmeasured: isUnmeasured(answer), filled, lacking: isAsked(item, answer) && !filled }
  })
  const having = (value: string): number => judged.filter((cell) => cell.value === value).length
  const open = new Set(judged.filter(({ lacking }) => lacking).map(({ asset }) => asset?.id))
  return {
    assets: assets.length,
    assets_done: assets.filter((asset) => !open.has(asset.id)).length,
    items: cells.length,
    filled: judged.filter(({ filled }) => filled).length,
    normal: having('normal'),
    abnormal: having('abnormal'),
    not_applicable: having('not_applicable'),
    unmeasured: judged.filter(({ unmeasured }) => unmeasured).length,
    photos: photos.filter((photo) => photo.withdrawn_at === null).length,
  }
}

const byDeadline = (a: RoundBrief, b: RoundBrief): number => Date.parse(a.due_at ?? a.occurrence_date) - Date.parse(b.due_at ?? b.occurrence_date)
