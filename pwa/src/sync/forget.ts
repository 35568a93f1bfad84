/**
 * Step 10 of docs/protocol.md, its end: what a phone may forget. Reflected, durable on the server, and two weeks old (a restored server
 * asks for everything again); earlier only when space is short. Never anything unsent (I2).
 */
import { entriesIn } from '../db/outbox'
import { toInstant } from '../domain/instant'
import { correctedNow } from './correctedNow'
import { forgetThumbs } from './leaving'
import type { Phone } from './phone'

const KEPT_MS = 14 * 24 * 60 * 60 * 1000

export async function forget(phone: Phone, durable_n: number): Promise<void> {
  const { db } = phone
  const limit = toInstant(Date.parse(await correctedNow(phone)) - KEPT_MS)
  const old = await entriesIn(db, 'reflected', limit)
  const forgettable = old.filter((entry) => entry.n <= durable_n && entry.to_send === 0)
  if (forgettable.length === 0) return
  await db.outbox.bulkDelete(forgettable.map((entry) => entry.op))
  // Their bytes are verified and as old; the thumbnail stays for as long as the photo is on the phone.
  const photos = forgettable.filter((entry) => entry.name === 'take_photo').map((entry) => entry.op)
  await db.blobs.where('photo_id').anyOf(photos).and((row) => row.state === 'verified').modify({ blob: null })
  await forgetThumbs(db, photos)
}
