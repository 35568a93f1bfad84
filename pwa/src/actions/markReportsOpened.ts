import { putMeta, readMeta } from '../db/meta'
import { writing } from '../db/writing'
import { requirePhone } from '../sync/currentPhone'

/** Remember that this person opened these reports on this device. Never sent. */
export async function markReportsOpened(ids: readonly string[]): Promise<void> {
  const { db } = requirePhone()
  await writing(db, ['meta'], async () => {
    const known = (await readMeta(db, 'opened_reports')) ?? []
    await putMeta(db, 'opened_reports', [...new Set([...known, ...ids])])
  })
}
