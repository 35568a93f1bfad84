/** Whose unsent work lies on this phone: figures and a name, never anything of the work itself. */
import Dexie from 'dexie'
import { blobsIn } from './blobs'
import { knownPersonIds } from './lastPerson'
import { readMeta } from './meta'
import { entriesToSend } from './outbox'
import { PersonDatabase } from './personDatabase'

export interface WaitingHere {
  readonly person_id: string
  readonly name: string
  readonly display_name_zh: string
  readonly display_name_en: string
  readonly rounds: number
  readonly operations: number
  readonly photos: number
}

/** Everybody who signed in here before, except the one who is here now, and who left something to be sent. */
export async function waitingHere(except: string | null): Promise<WaitingHere[]> {
  const others = (await knownPersonIds()).filter((id) => id !== except)
  const left = await Promise.all(others.map((id) => waitingOf(id).catch(() => null)))
  return left.filter((each) => each !== null)
}

async function waitingOf(personId: string): Promise<WaitingHere | null> {
  const db = new PersonDatabase(personId)
  if (!(await Dexie.exists(db.name))) return null // evicted by the system, or cleared by the person
  try {
    const [session, entries, queued, sending] = await Promise.all([
      readMeta(db, 'session'), entriesToSend(db), blobsIn(db, 'queued').toArray(), blobsIn(db, 'sending').toArray(),
    ])
    const photos = [...queued, ...sending]
    if (session === null || entries.length + photos.length === 0) return null
    const { id: person_id, name, display_name_zh, display_name_en } = session.person
    const rounds = new Set([...entries, ...photos].flatMap(({ round_id }) => round_id ?? [])).size
    return { person_id, name, display_name_zh, display_name_en, rounds, operations: entries.length, photos: photos.length }
  } finally {
    db.close()
  }
}
