/**
 * Step 8 of docs/protocol.md: what the server said of each operation, in one transaction with everything that follows from it.
 * An answer to a request of another device id or incarnation is ignored whole.
 */
import type { PushAnswer } from '../api/wire'
import { changePhoneState, phoneState } from '../db/meta'
import type { OutboxEntry, PhoneState } from '../db/rows'
import { SYNC_WRITE_TIMEOUT_MS, writing } from '../db/writing'
import type { OperationResult } from '../domain/types'
import { correctedNow } from './correctedNow'
import type { Phone } from './phone'
import { recompute } from './recompute'
import { reflect } from './reflect'
import { reissue } from './reissue'
import { offerFrom, renumber } from './renumber'
import { startOver } from './startOver'

const TABLES = ['meta', 'documents', 'outbox', 'blobs', 'cursors'] as const

/** `idle`: the server stopped without taking anything, so asking again at once would change nothing. */
export type Settled = 'settled' | 'ignored' | 'started over' | 'idle'

export async function settlePush(phone: Phone, asked: PhoneState, answer: PushAnswer): Promise<Settled> {
  const { inc } = answer
  return writing(phone.db, TABLES, async () => {
    const now = await phoneState(phone.db)
    if (inc === undefined) return 'idle'
    if (isLate(asked, now)) return 'ignored'
    if (now.inc !== null && now.inc !== inc) {
      await startOver(phone, inc)
      return 'started over'
    }
    if (now.inc === null) await changePhoneState(phone.db, { inc })
    await acknowledge(phone, answer.results, now.pull_asked)
    const moved = await obeyStop(phone, answer)
    await reflect(phone, null)
    return answer.results.length > 0 || moved ? 'settled' : 'idle'
  }, SYNC_WRITE_TIMEOUT_MS)
}

export function isLate(asked: PhoneState, now: PhoneState): boolean {
  return asked.device !== now.device || (asked.inc !== null && asked.inc !== now.inc)
}

async function acknowledge(phone: Phone, results: readonly OperationResult[], pullAsked: number): Promise<void> {
  const { db } = phone
  const entries = await db.outbox.bulkGet(results.map((result) => result.op))
  const touched = new Set<string>()
  const now = await correctedNow(phone)
  for (const [k, result] of results.entries()) {
    const entry = entries[k]
    if (entry === undefined) continue
    if (result.outcome === 'parked' && result.code === 'op_id_reused' && entry.reissued_from === null) {
      await reissue(phone, entry)
      continue
    }
    await db.outbox.put(answered(entry, result, pullAsked, now))
    if (result.outcome === 'parked') for (const id of entry.docs) touched.add(id)
  }
  if (touched.size > 0) await recompute(db, touched)
}

/** After a fork acknowledged entries are offered again; what they were told the first time stands. */
function answered(entry: OutboxEntry, result: OperationResult, asked_at_ack: number, acknowledged_at: string): OutboxEntry {
  if (entry.state !== 'queued') return { ...entry, to_send: 0 }
  return { ...entry, to_send: 0, state: 'acknowledged', result, asked_at_ack, acknowledged_at }
}

async function obeyStop(phone: Phone, { stop }: PushAnswer): Promise<boolean> {
  switch (stop?.reason) {
    case 'fork':
      await renumber(phone, stop.device)
      return true
    case 'gap':
      await offerFrom(phone, stop.expected)
      return true
    case 'retry':
    case undefined:
      return false
  }
}
