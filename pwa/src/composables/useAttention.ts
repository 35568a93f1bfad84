import type { Ref } from 'vue'
import { getDocument } from '../db/documents'
import { entriesIn } from '../db/outbox'
import type { OutboxEntry } from '../db/rows'
import { isDecision } from '../domain/operationKind'
import type { Answer, Attention, ConflictView, ParkedView } from '../domain/types'
import type { Phone } from '../sync/phone'
import { conflictView } from './attention/conflictView'
import { docsInProject } from './inProject'
import { observe } from './live'
import { useSession } from './useSession'

/** What needs a decision: conflicts, refused and waiting operations. An engineer sees conflicts that are about own work.
    Who is in no project any more still sees what was refused: it is only here. */
export function useAttention(): Readonly<Ref<Attention | null>> {
  const { roles, projectId } = useSession()
  return observe((phone) => readAttention(phone, projectId.value, roles.value.includes('supervisor')), { subjects: [projectId], views: [roles] })
}

async function openConflicts(phone: Phone, projectId: string, all: boolean): Promise<ConflictView[]> {
  const { db, person_id } = phone
  const conflicts = (await docsInProject(db, 'conflict', projectId)).filter((conflict) => conflict.state === 'open')
  const concerning = conflicts.filter((conflict) => all || conflict.kept_by === person_id || conflict.standing_by === person_id)
  return Promise.all(concerning.map((conflict) => conflictView(phone, projectId, conflict)))
}

async function readAttention(phone: Phone, projectId: string | null, all: boolean): Promise<Attention> {
  const { db } = phone
  const unsettled = (await entriesIn(db, 'acknowledged')).filter((entry) => !isDecision(entry.name))
  const parked = unsettled.filter((entry) => entry.result?.outcome === 'parked')
  const waiting = unsettled.filter((entry) => entry.result?.outcome === 'waiting')
  return {
    conflicts: projectId === null ? [] : await openConflicts(phone, projectId, all),
    parked: await Promise.all(parked.map((entry) => parkedView(phone, entry))),
    waiting: waiting.map(({ op, name, created_at, result }) => ({ op, name, at: created_at, waits_for: result?.for ?? [] })),
  }
}

async function parkedView({ db }: Phone, entry: OutboxEntry): Promise<ParkedView> {
  const { op, name, created_at, body, result, round_id } = entry
  const doc_id = 'doc' in body ? body.doc : (body.edits[0]?.doc ?? null)
  const answer = await getDocument(db, 'answer', doc_id)
  const round = await getDocument(db, 'round', round_id)
  const template = await getDocument(db, 'template', round?.template_id ?? null)
  return {
    op, name, doc_id, round, body: body as unknown as ParkedView['body'],
    at: created_at,
    refusal: { op, code: result?.code ?? 'invalid', reason: result?.reason ?? null, message: result?.message ?? null },
    asset: await getDocument(db, 'asset', assetIdOf(entry, answer)),
    item: template?.items.find((item) => item.check_key === answer?.check_key) ?? null,
  }
}

function assetIdOf({ body }: OutboxEntry, answer: Answer | null): string | null {
  const named = 'args' in body ? body.args['asset_id'] : null
  return typeof named === 'string' ? named : (answer?.asset_id ?? null)
}
