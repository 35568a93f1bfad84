/**
 * Steps 9 and 10 of docs/protocol.md: ask, check that the answer is not late, apply page by page, reflect.
 * Every stop in between is harmless: the cursors tell what was applied, and asking again gives the rest.
 */
import type { PullAnswer, PullRequest } from '../api/wire'
import { changeContact, changePhoneState, phoneState } from '../db/meta'
import type { PhoneState } from '../db/rows'
import { unsentSince } from '../db/unsentWork'
import { SYNC_WRITE_TIMEOUT_MS, writing } from '../db/writing'
import { applyPage } from './applyPage'
import { ApiError } from '../domain/errors'
import { correctedNow } from './correctedNow'
import { dropStream, sweepKept, sweepOld, wipeBase } from './dropStream'
import { forget } from './forget'
import { type Phone, SCHEMA } from './phone'
import { reflect } from './reflect'
import { isLate } from './settlePush'
import { startOver } from './startOver'

const MAX_PAGE_BYTES = 1_000_000
const ALL_TABLES = ['meta', 'documents', 'outbox', 'blobs', 'cursors'] as const

/** `whole`: every stream was shown to its end. `again`: there is more, or the ground has changed. */
export type Pulled = 'whole' | 'again' | 'ignored'

export async function pullOnce(phone: Phone): Promise<Pulled> {
  const { asked, request } = await ask(phone)
  phone.reached('pull: asked')
  const answer = await phone.wire.pull(request).catch((error: unknown) => wipeIfRevoked(phone, error))
  phone.reached('pull: answered')
  const accepted = await accept(phone, asked, answer)
  if (accepted !== 'accepted') return accepted === 'late' ? 'ignored' : 'again'
  let whole = true
  for (const page of answer.pages) {
    const applied = await applyPage(phone, page, request.cursors[page.stream])
    whole &&= applied && !page.more
    phone.reached('pull: page applied')
  }
  await writing(phone.db, ALL_TABLES, async () => {
    if (whole) await sweepOld(phone.db)
    await reflect(phone, { no: asked.pull_asked, whole })
    await sweepKept(phone.db)
    await forget(phone, answer.durable_n)
    const now = await correctedNow(phone)
    await changeContact(phone.db, whole ? { last_contact_at: now, up_to_date_at: now } : { last_contact_at: now })
  }, SYNC_WRITE_TIMEOUT_MS)
  phone.reached('pull: reflected')
  return whole ? 'whole' : 'again'
}

/** A revoked device shows nothing any more; what it has not sent stays, and is still taken. */
async function wipeIfRevoked(phone: Phone, error: unknown): Promise<never> {
  if (error instanceof ApiError && error.code === 'deposit_only') {
    await writing(phone.db, ALL_TABLES, () => wipeBase(phone.db), SYNC_WRITE_TIMEOUT_MS)
  }
  throw error
}

async function ask(phone: Phone): Promise<{ asked: PhoneState; request: PullRequest }> {
  const { db } = phone
  const unsent = await unsentSince(db)
  return writing(db, ['meta', 'cursors'], async () => {
    const state = await phoneState(db)
    const asked = { ...state, pull_asked: state.pull_asked + 1 }
    await changePhoneState(db, asked)
    const rows = await db.cursors.toArray()
    const cursors = Object.fromEntries(rows.map(({ stream, e, s }) => [stream, { e, s }]))
    return { asked, request: { device: state.device, schema: SCHEMA, cursors, max_bytes: MAX_PAGE_BYTES, unsent } }
  })
}

async function accept(phone: Phone, asked: PhoneState, answer: PullAnswer): Promise<'accepted' | 'late' | 'started over'> {
  return writing(phone.db, ALL_TABLES, async () => {
    const now = await phoneState(phone.db)
    if (isLate(asked, now) || asked.pull_asked < now.pull_answered) return 'late'
    if (now.inc !== null && now.inc !== answer.inc) {
      await startOver(phone, answer.inc)
      return 'started over'
    }
    await changePhoneState(phone.db, { inc: answer.inc, pull_answered: asked.pull_asked })
    for (const stream of answer.drop) await dropStream(phone.db, stream)
    return 'accepted'
  }, SYNC_WRITE_TIMEOUT_MS)
}
