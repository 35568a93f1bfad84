import { asDocument, documentsOf, getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import { readShifts } from '../db/planFacts'
import { InvalidInput } from '../domain/errors'
import type { Plan, Round, RoundBrief, Template } from '../domain/types'
import { roundFromPlan } from '../rules/roundFromPlan'
import { act } from '../sync/act'
import { roundEventRow } from '../sync/eventRows'
import { madeRow } from '../sync/newOperation'

/**
 * Open a round (its row is made by rule where it is missing) and return its id.
 * Each phone opens a round once: the server thereby knows which phones may hold unsent work of it.
 */
export async function openRound(brief: Pick<RoundBrief, 'id' | 'round' | 'plan' | 'occurrence_date'>): Promise<string> {
  await act(async (db, identity) => {
    if (await openedHere(db, brief.id)) return null
    const held = await db.documents.get(brief.id)
    const { round, stream } = held === undefined ? await roundByRule(db, brief) : { round: asDocument<'round'>(held), stream: held.stream }
    const { id, ...fields } = round
    const { plan_id, occurrence_date, template_id } = round
    return {
      name: 'open_round',
      doc: brief.id,
      args: { plan_id, occurrence_date, template_id },
      round_id: brief.id,
      rows: [
        ...(held === undefined ? [madeRow('round', id, stream, fields)] : []),
        roundEventRow(identity, { id, stream }, 'opened', {}),
      ],
      patches: round.opened_at === null ? [{ doc: brief.id, set: { opened_at: identity.at } }] : [],
    }
  })
  return brief.id
}

async function openedHere(db: PersonDatabase, roundId: string): Promise<boolean> {
  return (await db.outbox.where('round_id').equals(roundId).and((entry) => entry.name === 'open_round').count()) > 0
}

interface PlacedRound { readonly round: Round; readonly stream: string | null }

async function roundByRule(db: PersonDatabase, { plan, occurrence_date }: Pick<RoundBrief, 'plan' | 'occurrence_date'>): Promise<PlacedRound> {
  const stream = plan === null ? null : ((await db.documents.get(plan.id))?.stream ?? null)
  const project = stream === null ? null : await getDocument(db, 'project', stream.replace(/^project:/, ''))
  const template = plan === null ? null : await latestTemplate(db, plan)
  if (plan === null || project === null || template === null) throw new InvalidInput('not_found')
  const shifts = plan.assign_by === 'roster' ? await readShifts(db, project.id) : []
  return { round: roundFromPlan(plan, occurrence_date, template.id, { time_zone: project.time_zone, shifts }), stream }
}

/** Only published versions reach phones; a round keeps the one that it began with, for ever. */
async function latestTemplate(db: PersonDatabase, plan: Plan): Promise<Template | null> {
  const versions = await documentsOf(db, 'template', 'lookup', plan.template_key)
  return versions.sort((a, b) => b.version - a.version)[0] ?? null
}
