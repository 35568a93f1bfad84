import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/errors'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

describe('a phone whose device was revoked', () => {
  it('shows nothing any more, and still hands in what it holds', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    expect(await phone.db.documents.count()).toBeGreaterThan(0)
    const op = await phone.answers('lamp', { value: 'normal' })
    server.revoked.add('anna')
    await expect(phone.sync()).rejects.toMatchObject({ status: 403, code: 'deposit_only' } satisfies Partial<ApiError>)
    expect(server.ops.has(op)).toBe(true)
    expect((await phone.db.documents.toArray()).filter((row) => row.pending === 0)).toEqual([])
    expect(await phone.db.cursors.count()).toBe(0)
    expect(await phone.db.outbox.count()).toBe(1)
  })

  it('shows everything again once it was readmitted', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const shown = await phone.db.documents.count()
    server.revoked.add('anna')
    await expect(phone.sync()).rejects.toThrow()
    server.revoked.delete('anna')
    await phone.sync()
    expect(await phone.db.documents.count()).toBe(shown)
    await phone.syncsAgainAndNothingHappens()
  })
})
