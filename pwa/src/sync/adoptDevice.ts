/** After a sign-in: bring the person's database into line with the device that the server gave. */
import type { SessionAnswer } from '../api/session'
import { changePhoneState, putMeta, readMeta } from '../db/meta'
import { countToSend } from '../db/outbox'
import { SYNC_WRITE_TIMEOUT_MS, writing } from '../db/writing'
import { saveSession } from './greet'
import type { Phone } from './phone'
import { renumber } from './renumber'
import { startOver } from './startOver'

const TABLES = ['meta', 'documents', 'outbox', 'blobs', 'cursors'] as const

export async function adoptDevice(phone: Phone, session: SessionAnswer): Promise<void> {
  const { db } = phone
  const { device, inc } = session
  await writing(db, TABLES, async () => {
    await saveSession(db, session)
    const state = await readMeta(db, 'phone')
    if (state === null) {
      await putMeta(db, 'phone', { device: device.id, next_n: device.last_n + 1, inc, pull_asked: 0, pull_answered: 0 })
      return
    }
    if (state.device !== device.id) await renumber(phone, device.id)
    // With nothing to send no push would ever tell that the server counts further than this database.
    else if ((await countToSend(db)) === 0) await changePhoneState(db, { next_n: Math.max(state.next_n, device.last_n + 1) })
    if (state.inc !== null && state.inc !== inc) await startOver(phone, inc)
  }, SYNC_WRITE_TIMEOUT_MS)
}
