import type { Ref } from 'vue'
import { blobsIn, unverifiedBlobs } from '../db/blobs'
import { entriesIn, entriesToSend } from '../db/outbox'
import type { PersonDatabase } from '../db/personDatabase'
import type { BlobRow, OutboxEntry } from '../db/rows'
import { isDecision } from '../domain/operationKind'
import type { OutboxGroup } from '../domain/types'
import { grouped } from './book/cells'
import { live } from './live'

/** What waits on this phone, grouped by round or ticket; refused work first, then the oldest. */
export function useOutbox(): Readonly<Ref<readonly OutboxGroup[] | null>> {
  return live(({ db }) => readGroups(db))
}

interface Waiting { readonly entries: readonly OutboxEntry[]; readonly blobs: readonly BlobRow[] }

async function readGroups(db: PersonDatabase): Promise<OutboxGroup[]> {
  const [queued, acknowledged, unverified, refused] = await Promise.all([
    entriesToSend(db), entriesIn(db, 'acknowledged'), unverifiedBlobs(db), blobsIn(db, 'refused').toArray(),
  ])
  const parked = acknowledged.filter((entry) => entry.to_send === 0 && entry.result?.outcome === 'parked' && !isDecision(entry.name))
  const entries = grouped([...queued, ...parked], keyOf)
  const blobs = grouped([...unverified, ...refused], keyOf)
  const keys = [...new Set([...entries.keys(), ...blobs.keys()])]
  const groups = await Promise.all(keys.map((key) => groupOf(db, key, { entries: entries.get(key) ?? [], blobs: blobs.get(key) ?? [] })))
  return groups.sort((a, b) => rank(a) - rank(b) || Date.parse(a.saved_at) - Date.parse(b.saved_at))
}

const rank = (group: OutboxGroup): number => (group.state === 'refused' ? 0 : 1)

function keyOf(work: OutboxEntry | BlobRow): string {
  if (work.round_id !== null) return `round/${work.round_id}`
  if (work.ticket_id !== null) return `ticket/${work.ticket_id}`
  return 'name' in work && work.name === 'describe_asset' ? `asset/${work.docs[0] ?? '-'}` : 'other/-'
}

async function groupOf(db: PersonDatabase, key: string, { entries, blobs }: Waiting): Promise<OutboxGroup> {
  const [kind = 'other', id = '-'] = key.split('/')
  const fields = kind === 'other' ? undefined : (await db.documents.get(id))?.fields
  const title = (language: 'zh' | 'en'): string => String(fields?.[`${kind === 'ticket' ? 'title' : 'name'}_${language}`] ?? '')
  const work = [...entries, ...blobs]
  return {
    key,
    kind: kind as OutboxGroup['kind'],
    id: kind === 'other' ? null : id,
    title_zh: title('zh'),
    title_en: title('en'),
    operations: entries.length,
    photos: blobs.length,
    bytes: work.reduce((sum, { bytes }) => sum + bytes, 0),
    sent_bytes: blobs.reduce((sum, { sent_bytes }) => sum + sent_bytes, 0),
    saved_at: work.map(({ created_at }) => created_at).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? '',
    state: stateOf({ entries, blobs }),
  }
}

function stateOf({ entries, blobs }: Waiting): OutboxGroup['state'] {
  if (entries.some((entry) => entry.to_send === 0) || blobs.some((blob) => blob.state === 'refused')) return 'refused'
  if (blobs.some((blob) => blob.state === 'sending')) return 'sending'
  return entries.length === 0 && blobs.every((blob) => blob.state === 'received') ? 'received' : 'queued'
}
