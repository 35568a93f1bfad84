import { computed, type Ref } from 'vue'
import { entriesToSend } from '../db/outbox'
import { readContact } from '../db/meta'
import { storageSpace } from '../db/storageSpace'
import type { SyncStatus } from '../domain/types'
import { syncState } from '../sync/currentPhone'
import type { Phone } from '../sync/phone'
import { unverifiedBlobs } from '../db/blobs'
import { live } from './live'
import { useOnline } from './useOnline'

/** Where the work is, in figures. */
export function useSyncStatus(): Readonly<Ref<SyncStatus | null>> {
  const online = useOnline()
  const work = live(readWork)
  return computed(() => {
    if (work.value === null) return null
    const { phase, trouble, next_try_at } = syncState.value
    return { ...work.value, online: online.value, phase: online.value ? phase : 'offline', trouble: online.value ? trouble : null, next_try_at }
  })
}

type Work = Omit<SyncStatus, 'online' | 'phase' | 'trouble' | 'next_try_at'>

async function readWork({ db }: Phone): Promise<Work> {
  const [entries, blobs, contact, space] = await Promise.all([
    entriesToSend(db), unverifiedBlobs(db), readContact(db), storageSpace(),
  ])
  const rounds = new Set([...entries, ...blobs].map(({ round_id }) => round_id).filter((id) => id !== null))
  const waiting = [...entries.map((entry) => entry.created_at), ...blobs.map((blob) => blob.created_at)]
  return {
    rounds: rounds.size,
    operations: entries.length,
    photos: blobs.length,
    bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0) + blobs.reduce((sum, blob) => sum + blob.bytes - blob.sent_bytes, 0),
    oldest_at: waiting.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
    last_contact_at: contact.last_contact_at,
    verified_at: waiting.length === 0 ? contact.up_to_date_at : null,
    protected: space.protected,
  }
}
