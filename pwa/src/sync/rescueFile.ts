/**
 * Everything that only this phone has, in one file that anybody may carry to the server (server/rescue/).
 * A zip without packing: the list of operations, the list's seal, the photos under their hashes. Nothing on the phone
 * changes: when a network comes back it sends the same, and the server knows it already.
 */
import type { RescueKey } from '../api/session'
import { blobsIn } from '../db/blobs'
import { readMeta } from '../db/meta'
import { entriesToSend } from '../db/outbox'
import type { BlobRow, OutboxEntry } from '../db/rows'
import { toInstant } from '../domain/instant'
import type { Phone } from './phone'

const FORMAT = 'roundsman-rescue/1'

export interface RescueFile {
  readonly name: string
  readonly blob: Blob
  readonly operations: number
  readonly photos: number
}

/** null: the server has not told this phone a key yet; being online once is enough. */
export async function makeRescueFile(phone: Phone): Promise<RescueFile | null> {
  const session = await readMeta(phone.db, 'session')
  if (session?.rescue === undefined) return null
  const [entries, queued, sending] = await Promise.all([entriesToSend(phone.db), blobsIn(phone.db, 'queued').toArray(), blobsIn(phone.db, 'sending').toArray()])
  const photos = [...queued, ...sending].filter(hasBytes)
  const now = phone.clock.now()
  const manifest = new TextEncoder().encode(JSON.stringify({
    format: FORMAT,
    person: phone.person_id,
    device: session.rescue.device,
    made_at: toInstant(now),
    operations: entries.map(operationOf),
    photos: photos.map(({ hash, bytes }) => ({ hash, bytes })),
  }))
  const { downloadZip } = await import('client-zip')
  const lastModified = new Date(now)
  const parts = [
    { name: 'manifest.json', input: manifest, lastModified },
    { name: 'manifest.seal', input: await sealOf(manifest, session.rescue), lastModified },
    ...photos.map(({ hash, blob }) => ({ name: `photos/${hash}`, input: blob, lastModified })),
  ]
  const blob = await downloadZip(parts).blob()
  return { name: `roundsman-rescue-${session.person.name}-${stampOf(now)}.zip`, blob, operations: entries.length, photos: photos.length }
}

const operationOf = ({ schema, receipt, body }: OutboxEntry) => ({ schema, receipt: receipt ?? null, body })
const hasBytes = (row: BlobRow): row is BlobRow & { readonly blob: Blob } => row.blob !== null

async function sealOf(manifest: Uint8Array<ArrayBuffer>, { key }: RescueKey): Promise<string> {
  const raw = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const sealing = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const seal = new Uint8Array(await crypto.subtle.sign('HMAC', sealing, manifest))
  return Array.from(seal, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** 20261122-1405, local time: it sorts, and it is what the person's clock said. */
function stampOf(ms: number): string {
  const at = new Date(ms)
  const two = (figure: number): string => String(figure).padStart(2, '0')
  return `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}-${two(at.getHours())}${two(at.getMinutes())}`
}
