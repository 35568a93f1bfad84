/** Everything that hangs on one round, read at once: for signing, submitting, and the round's book. */
import type {
  Answer, Asset, Member, Photo, Project, Round, RoundEvent, Scan, Template,
} from '../domain/types'
import { roundAssetIds } from '../rules/items'
import { asDocument, documentsOf, documentsOfType, getDocument } from './documents'
import type { PersonDatabase } from './personDatabase'

export interface RoundFacts {
  readonly round: Round
  readonly project: Project
  readonly template: Template
  /** In walking order; one that is not on this phone yet is left out. */
  readonly assets: readonly Asset[]
  readonly answers: readonly Answer[]
  readonly photos: readonly Photo[]
  readonly scans: readonly Scan[]
  readonly events: readonly RoundEvent[]
  readonly members: readonly Member[]
}

export async function readRoundFacts(db: PersonDatabase, roundId: string): Promise<RoundFacts | null> {
  const row = await db.documents.get(roundId)
  if (row?.type !== 'round') return null
  const round = asDocument<'round'>(row)
  const [project, template, assets] = await Promise.all([
    getDocument(db, 'project', projectIdOf(row.stream)),
    getDocument(db, 'template', round.template_id),
    assetsOf(db, round),
  ])
  if (project === null || template === null) return null
  const [answers, photos, scans, events, members] = await Promise.all([
    documentsOf(db, 'answer', 'round_id', roundId),
    documentsOf(db, 'photo', 'round_id', roundId),
    documentsOf(db, 'scan', 'round_id', roundId),
    documentsOf(db, 'round_event', 'round_id', roundId),
    documentsOfType(db, 'member'),
  ])
  return { round, project, template, assets, answers, photos, scans, events, members }
}

/** A project's stream is named after it; client streams have one more part. */
export const projectIdOf = (stream: string | null): string | null => /^project:([^:]+)/.exec(stream ?? '')?.[1] ?? null

export async function assetsOf(db: PersonDatabase, round: Pick<Round, 'asset_ids' | 'extra_asset_ids'>): Promise<Asset[]> {
  const rows = await db.documents.bulkGet(roundAssetIds(round))
  return rows.filter((row) => row?.type === 'asset').map((row) => asDocument<'asset'>(row as NonNullable<typeof row>))
}
