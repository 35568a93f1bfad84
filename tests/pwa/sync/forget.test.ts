import { describe, expect, it } from 'vitest'
import { photographs } from '../support/photos'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

const DAY_MS = 24 * 60 * 60_000

describe('what a phone forgets', () => {
  it('is what was reflected two weeks ago and is durable', async () => {
    const phone = await TestPhone.of(makeServer(), 'anna')
    await phone.sync()
    await phone.answers('lamp', { value: 'normal' })
    const { hash } = await photographs(phone, 'picture')
    await phone.syncWithPhotos()
    phone.clock.ms += 13 * DAY_MS
    await phone.sync()
    expect(await phone.db.outbox.count()).toBe(2)
    phone.clock.ms += 2 * DAY_MS
    await phone.sync()
    expect(await phone.db.outbox.count()).toBe(0)
    expect(await phone.db.blobs.get(hash)).toMatchObject({ blob: null, thumb: expect.any(Blob) })
    await phone.syncsAgainAndNothingHappens()
  })

  it('is nothing that no backup holds yet', async () => {
    const phone = await TestPhone.of(makeServer(), 'anna')
    phone.server.durable = false
    await phone.sync()
    await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    phone.clock.ms += 30 * DAY_MS
    await phone.sync()
    expect(await phone.db.outbox.count()).toBe(1)
  })

  it('is nothing unsent, however old, and no parked work', async () => {
    const phone = await TestPhone.of(makeServer(), 'anna')
    await phone.sync()
    phone.server.denied.add('anna')
    const parked = await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    phone.clock.ms += 30 * DAY_MS
    await phone.sync()
    expect((await phone.entry(parked)).result?.outcome).toBe('parked')
  })
})
