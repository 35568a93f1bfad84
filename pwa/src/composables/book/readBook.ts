/**
 * The parts of a round's book, each its own question: an answer tapped asks for the answers anew and for nothing else.
 * A round of 300 items and 900 photos has to stay fluid on a slow phone.
 */
import { asDocument, documentsOf, getDocument, type Held, held, rowsOf } from '../../db/documents'
import type { PersonDatabase } from '../../db/personDatabase'
import type { DocumentRow } from '../../db/rows'
import { blobsOfRound } from '../../db/blobs'
import { assetsOf, projectIdOf } from '../../db/roundFacts'
import type {
  Answer, Asset, Comment, Conflict, DocumentType, LastAnswer, Member, PhotoView, Place, Plan, Project, Readings, Round, RoundEvent, Scan,
  SignedCopy, Tag, Template, Ticket,
} from '../../domain/types'
import type { Phone } from '../../sync/phone'
import { docsInProject } from '../inProject'
import { readLastAnswers } from './lastAnswers'
import { photoViews } from '../photoViews'

export interface Head {
  readonly round: Held<Round>
  readonly project: Project
  readonly plan: Plan | null
  readonly template: Template | null
  readonly assets: readonly Asset[]
}
export interface Surroundings {
  readonly places: readonly Place[]
  readonly members: readonly Member[]
  readonly tags: readonly Tag[]
  readonly readings: readonly Readings[]
  readonly open_tickets: readonly Ticket[]
  readonly last_answers: readonly LastAnswer[]
}
export interface Happenings {
  readonly scans: readonly Scan[]
  readonly events: readonly RoundEvent[]
  readonly signed: readonly SignedCopy[]
  readonly comments: readonly Comment[]
  readonly conflicts: readonly Conflict[]
}
export interface Unsent { readonly operations: number; readonly photos: number }
export interface BookParts extends Head, Surroundings, Happenings {
  readonly person_id: string
  readonly answers: readonly Held<Answer>[]
  readonly photos: readonly PhotoView[]
  readonly unsent: Unsent
}

export async function readHead({ db }: Phone, roundId: string): Promise<Head | null> {
  const row = await db.documents.get(roundId)
  if (row?.type !== 'round') return null
  const round = held<'round'>(row)
  const [project, plan, template, assets] = await Promise.all([
    getDocument(db, 'project', projectIdOf(row.stream)),
    getDocument(db, 'plan', round.doc.plan_id),
    getDocument(db, 'template', round.doc.template_id),
    assetsOf(db, round.doc),
  ])
  return project === null ? null : { round, project, plan, template, assets }
}

export async function readSurroundings({ db }: Phone, { project, assets, round }: Pick<Head, 'project' | 'assets' | 'round'>): Promise<Surroundings> {
  const [places, members, tags, readings, tickets, last_answers] = await Promise.all([
    docsInProject(db, 'place', project.id),
    docsInProject(db, 'member', project.id),
    rowsOfAssets(db, 'tag', assets),
    rowsOfAssets(db, 'readings', assets),
    docsInProject(db, 'ticket', project.id),
    readLastAnswers(db, round.doc, project.id),
  ])
  return {
    places,
    last_answers,
    members,
    tags: tags.map((row) => asDocument<'tag'>(row)),
    readings: readings.map((row) => asDocument<'readings'>(row)),
    open_tickets: tickets.filter((ticket) => ticket.is_open),
  }
}

function rowsOfAssets(db: PersonDatabase, type: DocumentType, assets: readonly Asset[]): Promise<DocumentRow[]> {
  return db.documents.where('[type+asset_id]').anyOf(assets.map((asset) => [type, asset.id])).toArray()
}

export async function readAnswers({ db }: Phone, roundId: string): Promise<Held<Answer>[]> {
  return (await rowsOf(db, 'answer', 'round_id', roundId)).map((row) => held<'answer'>(row))
}

export async function readPhotos({ db }: Phone, roundId: string): Promise<PhotoView[]> {
  const [rows, blobs] = await Promise.all([rowsOf(db, 'photo', 'round_id', roundId), blobsOfRound(db, roundId)])
  return photoViews(db, rows.map((row) => held<'photo'>(row)), blobs)
}

export async function readHappenings({ db }: Phone, roundId: string): Promise<Happenings> {
  const [scans, events, signed, comments, conflicts] = await Promise.all([
    documentsOf(db, 'scan', 'round_id', roundId),
    documentsOf(db, 'round_event', 'round_id', roundId),
    documentsOf(db, 'signed_copy', 'round_id', roundId),
    documentsOf(db, 'comment', 'round_id', roundId),
    documentsOf(db, 'conflict', 'round_id', roundId),
  ])
  return {
    scans, events, signed,
    comments: comments.filter((comment) => comment.withdrawn_at === null),
    conflicts: conflicts.filter((conflict) => conflict.state === 'open'),
  }
}

export async function readUnsent({ db }: Phone, roundId: string): Promise<Unsent> {
  const [operations, photos] = await Promise.all([
    db.outbox.where('[round_id+to_send]').equals([roundId, 1]).count(),
    db.blobs.where('[round_id+state]').anyOf([roundId, 'queued'], [roundId, 'sending']).count(),
  ])
  return { operations, photos }
}

/** All parts at once, for a book beside another one. */
export async function readBook(phone: Phone, roundId: string): Promise<BookParts | null> {
  const head = await readHead(phone, roundId)
  if (head === null) return null
  const [surroundings, answers, photos, happenings, unsent] = await Promise.all([
    readSurroundings(phone, head), readAnswers(phone, roundId), readPhotos(phone, roundId), readHappenings(phone, roundId), readUnsent(phone, roundId),
  ])
  return { person_id: phone.person_id, ...head, ...surroundings, answers, photos, ...happenings, unsent }
}
