/**
 * Decisions: online, on exactly what was on the screen. `seen` is gathered when the person presses, then the server
 * is asked for a sign of life; without one nothing is written at all. A decision that was sent and got no answer
 * stays in the outbox until its fate is known (its `seen` keeps it from being applied to anything newer).
 */
import { liveQuery } from 'dexie'
import { readContact } from '../db/meta'
import type { PersonDatabase } from '../db/personDatabase'
import type { OutboxEntry } from '../db/rows'
import type { Decision } from '../domain/types'
import { isDecision } from '../domain/operationKind'
import { askForSync, requirePhone, syncState } from './currentPhone'
import type { NewDecisionOperation } from './newOperation'
import { perform } from './perform'

const ANSWER_WITHIN_MS = 25_000
const SHOWN_WITHIN_MS = 5_000

export async function decide(
  gather: (db: PersonDatabase) => Promise<NewDecisionOperation>, withinMs = ANSWER_WITHIN_MS,
): Promise<Decision> {
  const phone = requirePhone()
  const wanted = await gather(phone.db)
  if (!(await isReached(phone.db))) return { outcome: 'offline' }
  const op = (await unanswered(phone.db, wanted)) ?? (await perform(phone, () => Promise.resolve(wanted)))
  askForSync('decision')
  const entry = op === null ? null : await until(() => phone.db.outbox.get(op), (found) => found?.result != null, withinMs)
  if (op === null) return { outcome: 'offline' }
  if (entry?.result == null) return { outcome: 'unanswered' } // it lies in the outbox and is sent on: not "press again"
  const { subject } = entry.result
  // The decision was taken, yet what it was about is still open: the person reads why, not that it is done.
  const { outcome, code, reason, message } = subject ?? entry.result
  if (outcome === 'parked' || outcome === 'waiting') {
    const { details } = entry.result
    const why = subject || !details ? {} : { details }
    return { outcome: 'parked', code: code ?? (subject ? outcome : 'stale'), reason: reason ?? null, message: message ?? null, ...why }
  }
  // The screen goes on when it shows what was decided; should that take long, it goes on anyway.
  await until(() => phone.db.outbox.get(op), (found) => found?.state !== 'acknowledged', SHOWN_WITHIN_MS)
  return { outcome: 'applied' }
}

/** True once the server has answered something since now. */
async function isReached(db: PersonDatabase): Promise<boolean> {
  if (navigator.onLine === false) return false
  const before = (await readContact(db)).last_contact_at
  const passes = syncState.value.passes
  askForSync('decision')
  const answered = await until(
    async () => ({ at: (await readContact(db)).last_contact_at, failed: syncState.value.passes > passes && syncState.value.trouble !== null }),
    ({ at, failed }) => at !== before || failed,
    ANSWER_WITHIN_MS,
  )
  return answered !== null && answered.at !== before
}

/** The same decision, pressed again while the first is still without an answer. */
async function unanswered(db: PersonDatabase, wanted: NewDecisionOperation): Promise<string | null> {
  const same = (entry: OutboxEntry): boolean =>
    entry.state === 'queued' && isDecision(entry.name) && entry.name === wanted.name && 'args' in entry.body &&
    entry.body.doc === wanted.doc && JSON.stringify(entry.body.args) === JSON.stringify(wanted.args)
  return (await db.outbox.where('[to_send+n]').between([1], [1, []]).filter(same).first())?.op ?? null
}

/** Watch the database until it says so; null when it does not in time. */
function until<T>(read: () => Promise<T>, enough: (value: T) => boolean, withinMs: number): Promise<T | null> {
  return new Promise((resolve) => {
    const end = (value: T | null): void => {
      clearTimeout(timer)
      clearInterval(again)
      watch.unsubscribe()
      resolve(value)
    }
    const check = (value: T): void => {
      if (enough(value)) end(value)
    }
    const timer = setTimeout(() => { end(null) }, withinMs)
    // The loop's state is not in the database: look at it now and then as well.
    const again = setInterval(() => { read().then(check, () => undefined) }, 500)
    const watch = liveQuery(read).subscribe({ next: check, error: () => { end(null) } })
  })
}
