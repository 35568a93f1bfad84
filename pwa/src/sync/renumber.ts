/**
 * Numbers, when server and phone disagree about them (a cloned phone, a restored backup on either side).
 * Ids stay, so nothing is applied twice. Numbers begin anew, acknowledged entries included:
 * `durable_n` of the old device says nothing of the new one.
 */
import { changePhoneState, phoneState } from '../db/meta'
import { entriesInOrder } from '../db/outbox'
import type { Phone } from './phone'

/** Give every kept entry a number of this device and offer all of them again. */
export async function renumber(phone: Phone, device: string): Promise<void> {
  const kept = await entriesInOrder(phone.db)
  await phone.db.outbox.bulkPut(kept.map((entry, k) => ({ ...entry, n: k + 1, to_send: 1 })))
  await changePhoneState(phone.db, { device, next_n: kept.length + 1 })
  phone.reached('fork: renumbered')
}

/**
 * The server misses numbers from `expected` on: offer them again. What it misses may be forgotten here;
 * numbering anew from 1 then makes the server answer `fork` (or fits, where it knows of no number at all).
 */
export async function offerFrom(phone: Phone, expected: number): Promise<void> {
  const missing = await phone.db.outbox.where('n').aboveOrEqual(expected).sortBy('n')
  if (missing[0]?.n === expected) await phone.db.outbox.bulkPut(missing.map((entry) => ({ ...entry, to_send: 1 })))
  else await renumber(phone, (await phoneState(phone.db)).device)
}
