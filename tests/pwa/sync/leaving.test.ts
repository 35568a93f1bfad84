import { describe, expect, it } from 'vitest'
import { answerId } from '@/rules/ids'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const LAMP = answerId(ROUND, 'a1', 'lamp')

/** Two answers of the round are on the phone; then the server lets the round leave with all that hangs on it. */
async function walked() {
  const server = makeServer()
  const phone = await TestPhone.of(server, 'anna')
  await phone.sync()
  await phone.answers('lamp', { value: 'normal' })
  await phone.sync()
  const leaves = () => { for (const id of [ROUND, LAMP]) server.remove(id) }
  return { server, phone, leaves }
}

describe('a round that leaves the feed', () => {
  it('leaves the phone when nothing is unsettled on it', async () => {
    const { phone, leaves } = await walked()
    leaves()
    await phone.sync()
    expect(await phone.db.documents.bulkGet([ROUND, LAMP])).toEqual([undefined, undefined])
    await phone.syncsAgainAndNothingHappens()
  })

  it('stays whole under work that was not accepted, as the server showed it last', async () => {
    const { server, phone, leaves } = await walked()
    server.denied.add('anna')
    await phone.answers('load', { reading: '70' })
    leaves()
    await phone.sync()
    expect(await phone.db.documents.get(ROUND)).toMatchObject({ fields: { number: 'XJ-20261122-01' } })
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
    expect(await phone.sees('load')).toMatchObject({ reading: '70' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('leaves once that work is settled', async () => {
    const { server, phone, leaves } = await walked()
    server.denied.add('anna')
    const op = await phone.answers('lamp', { remark: 'late' })
    leaves()
    await phone.sync()
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal', remark: 'late' })
    server.settle(op)
    await phone.sync()
    expect(await phone.db.documents.bulkGet([ROUND, LAMP])).toEqual([undefined, undefined])
    await phone.syncsAgainAndNothingHappens()
  })

  it('is shown anew, not as kept, when it comes back', async () => {
    const { server, phone, leaves } = await walked()
    server.denied.add('anna')
    await phone.answers('load', { reading: '70' })
    leaves()
    await phone.sync()
    for (const id of [ROUND, LAMP]) server.bringBack(id)
    await phone.sync()
    expect(await phone.db.documents.where('old').above(0).count()).toBe(0)
    await phone.syncsAgainAndNothingHappens()
  })

  it('stays under work that was not accepted also when the stream begins anew without it', async () => {
    const { server, phone, leaves } = await walked()
    server.denied.add('anna')
    await phone.answers('load', { reading: '70' })
    leaves()
    server.epochs.set('project:p1', 'e2')
    await phone.sync()
    expect(await phone.db.documents.get(ROUND)).toMatchObject({ fields: { number: 'XJ-20261122-01' } })
    await phone.syncsAgainAndNothingHappens()
  })

  it('goes, although worked on, when a restored server shows nothing of its project any more', async () => {
    const { server, phone } = await walked()
    const restore = server.backup()
    await phone.answers('load', { reading: '70' })
    await phone.sync()
    restore()
    server.hidden.add('anna project:p1')
    server.denied.add('anna')
    await phone.sync()
    expect(await phone.db.documents.get(ROUND)).toBeUndefined()
    expect((await phone.db.outbox.toArray()).map(({ result }) => result?.outcome)).toContain('parked')
  })

  it('takes the small pictures of its photos with it, not bytes that are not safe', async () => {
    const { server, phone } = await walked()
    server.insert('photo1', 'photo', 'project:p1', { round_id: ROUND, hash: 'safe' })
    await phone.sync()
    const row = { thumb: null, bytes: 1, mime: 'image/jpeg', photo_id: 'photo1', round_id: ROUND, ticket_id: null, upload_url: null, sent_bytes: 0,
      reason: null, resent: 0, created_at: '', verified_at: null, received_ms: 0 }
    await phone.db.blobs.bulkAdd([
      { ...row, hash: 'safe', blob: null, state: 'verified' }, { ...row, hash: 'unsafe', blob: null, state: 'received' },
    ])
    server.remove('photo1')
    await phone.sync()
    expect(await phone.db.blobs.toCollection().primaryKeys()).toEqual(['unsafe'])
  })
})
