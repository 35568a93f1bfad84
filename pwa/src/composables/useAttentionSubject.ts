import type { Ref } from 'vue'
import { getDocument } from '../db/documents'
import type { PersonDatabase } from '../db/personDatabase'
import type { Answer, Asset, Round, TemplateItem, Ticket } from '../domain/types'
import { live } from './live'

/** What an operation names: ids as they stand in its body. */
export interface SubjectIds {
  readonly doc: string | null
  readonly round_id: string | null
  readonly asset_id: string | null
  readonly check_key: string | null
}
/** What it is about, as far as it is on this phone. */
export interface AttentionSubject {
  readonly round: Round | null
  readonly asset: Asset | null
  readonly ticket: Ticket | null
  readonly item: TemplateItem | null
}

export function useAttentionSubject(ids: Ref<SubjectIds>): Readonly<Ref<AttentionSubject | null>> {
  return live(({ db }) => readSubject(db, ids.value), ids)
}

async function readSubject(db: PersonDatabase, { doc, round_id, asset_id, check_key }: SubjectIds): Promise<AttentionSubject> {
  const [answer, photo] = await Promise.all([getDocument(db, 'answer', doc), getDocument(db, 'photo', doc)])
  const on: Pick<Answer, 'round_id' | 'asset_id'> & { check_key: string | null } | null = answer ?? roundPhoto(photo)
  const round = await getDocument(db, 'round', round_id ?? on?.round_id ?? doc)
  const template = await getDocument(db, 'template', round?.template_id ?? null)
  const key = check_key ?? on?.check_key ?? null
  return {
    round,
    asset: await getDocument(db, 'asset', asset_id ?? on?.asset_id ?? doc),
    ticket: await getDocument(db, 'ticket', doc),
    item: template?.items.find((item) => item.check_key === key) ?? null,
  }
}

const roundPhoto = (photo: { round_id: string | null; asset_id: string | null; check_key: string | null } | null) =>
  photo === null || photo.round_id === null ? null : { ...photo, round_id: photo.round_id }
