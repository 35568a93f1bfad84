/**
 * What time it is, as the screen's clock says (useClock): the phone's time and the skew that was last measured.
 * Inside a transaction that has `meta` it takes part in it.
 */
import { readMeta } from '../db/meta'
import { toInstant } from '../domain/instant'
import type { Phone } from './phone'

export async function correctedNow({ db, clock }: Phone): Promise<string> {
  return toInstant(clock.now() + ((await readMeta(db, 'clock'))?.skew_ms ?? 0))
}
