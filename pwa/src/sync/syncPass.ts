/** One pass: send until nothing is left, then read until every stream was shown to its end. */
import { countToSend } from '../db/outbox'
import type { Phone } from './phone'
import { pullOnce } from './pull'
import { pushOnce } from './push'

const MAX_EXCHANGES = 1_000 // a server that answers `again` for ever must not keep the phone awake for ever

export type Passed = { readonly done: true } | { readonly done: false; readonly after_ms: number }

export async function syncPass(phone: Phone, onPhase: (phase: 'sending' | 'pulling') => void): Promise<Passed> {
  for (let k = 0; k < MAX_EXCHANGES; k++) {
    if ((await countToSend(phone.db)) > 0) onPhase('sending')
    const pushed = await pushOnce(phone)
    if (pushed.outcome === 'wait') return { done: false, after_ms: pushed.after_ms }
    if (pushed.outcome === 'again') continue
    onPhase('pulling')
    const pulled = await pullOnce(phone)
    // Reading may have found something to be offered again; writing goes on meanwhile, too.
    if (pulled === 'whole' && (await countToSend(phone.db)) === 0) return { done: true }
  }
  return { done: false, after_ms: 0 }
}
