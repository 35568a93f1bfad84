import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readNotices } from '@/actions/readNotices'
import { setPreference } from '@/actions/setPreference'
import { asDocument } from '@/db/documents'
import type { DocumentRow } from '@/db/rows'
import type { JsonObject } from '@/domain/types'
import { preferenceId } from '@/rules/ids'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
})

async function told(id: string, read_at: string | null): Promise<void> {
  const fields: JsonObject = { kind: 'near', subject_project_id: 'p1', ticket_id: null, args: {}, urgent: false, at: '2026-11-22T07:00:00.000Z', read_at }
  const row: DocumentRow = {
    id, type: 'notice', stream: 'user:anna', round_id: null, asset_id: null, ticket_id: null, lookup: null, rev: 1, base: null, fields, writers: {},
    pending: 0, refused: null,
  }
  await phone.db.documents.put(row)
}

const written = async () => (await phone.db.outbox.orderBy('n').toArray()).map(({ body }) => body)

describe('messages', () => {
  it('are seen in one operation, those that were seen before not again', async () => {
    await told('n1', null)
    await told('n2', '2026-11-22T07:10:00.000Z')
    await told('n3', null)
    await readNotices(['n1', 'n2', 'n3', 'unknown'])
    const [body, ...more] = await written()
    expect(more).toEqual([])
    expect(body).toMatchObject({ name: 'read_notice', edits: [{ doc: 'n1', type: 'notice', set: { read_at: body?.at } }, { doc: 'n3' }] })
    expect((await phone.db.documents.get('n1'))?.fields['read_at']).toBe(body?.at)
    await readNotices(['n1', 'n2', 'n3'])
    expect(await written()).toHaveLength(1)
  })
})

describe('how one is told', () => {
  const id = preferenceId('anna')
  const kept = async () => asDocument<'preference'>((await phone.db.documents.get(id)) as DocumentRow)

  it('is on the phone before it is with the server, and only what changed is sent', async () => {
    await setPreference({ email: 'anna@example.com', quiet_from: '22:00', quiet_to: '07:00' })
    expect(await kept()).toMatchObject({ email: 'anna@example.com', quiet_from: '22:00', language: null })
    expect((await phone.db.documents.get(id))?.stream).toBe('user:anna')
    await setPreference({ email: null, quiet_from: '22:00', quiet_to: '07:00' })
    expect(await kept()).toMatchObject({ email: null, quiet_from: '22:00' })
    await setPreference({ email: null })
    const [first, second, ...more] = await written()
    expect(more).toEqual([])
    expect(first).toMatchObject({ name: 'set_preference', edits: [{ doc: id, type: 'preference', key: { person_id: 'anna' } }] })
    expect(second).toMatchObject({ edits: [{ set: { email: null } }] })
  })
})
