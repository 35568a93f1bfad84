import { describe, expect, it } from 'vitest'
import { changePhoneState, phoneState } from '@/db/meta'
import { pushOnce } from '@/sync/push'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

async function phoneWithHistory(): Promise<TestPhone> {
  const phone = await TestPhone.of(makeServer(), 'anna')
  await phone.sync()
  await phone.answers('lamp', { value: 'normal' })
  await phone.sync()
  return phone
}

describe('a cloned phone', () => {
  it('gets a device id of its own, and what it wrote keeps its ids', async () => {
    const phone = await phoneWithHistory()
    const twin = await phone.clone()
    await phone.answers('load', { reading: '40' })
    await phone.sync()
    const op = await twin.answers('lamp', { remark: 'twin' })
    await twin.sync()
    expect((await phoneState(twin.db)).device).not.toBe((await phoneState(phone.db)).device)
    expect(twin.server.ops.has(op)).toBe(true)
    expect((await twin.db.outbox.orderBy('n').toArray()).map((entry) => entry.n)).toEqual([1, 2])
    await twin.syncsAgainAndNothingHappens()
    await phone.sync()
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal', remark: 'twin' })
    await phone.syncsAgainAndNothingHappens()
  })
})

describe('a gap in the numbers', () => {
  it('is filled from what is kept', async () => {
    const phone = await phoneWithHistory()
    const restore = phone.server.backup()
    await phone.answers('lamp', { remark: 'a' })
    await phone.sync()
    const inc = phone.server.inc
    restore()
    phone.server.inc = inc // a restore that nobody noticed: only the numbers tell
    await phone.answers('lamp', { remark: 'b' })
    await phone.sync()
    expect([...phone.server.ops.values()]).toHaveLength(3)
    expect(await phone.sees('lamp')).toMatchObject({ remark: 'b' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('that cannot be filled begins the numbers anew', async () => {
    const phone = await phoneWithHistory()
    await phone.db.outbox.clear()
    await changePhoneState(phone.db, { next_n: 9 })
    const op = await phone.answers('lamp', { remark: 'after' })
    await phone.sync()
    expect(phone.server.ops.has(op)).toBe(true)
    expect((await phone.entry(op)).n).toBe(1)
    await phone.syncsAgainAndNothingHappens()
  })
})

describe('an answer that comes too late', () => {
  it('is ignored when it was asked under another device id', async () => {
    const phone = await phoneWithHistory()
    const op = await phone.answers('lamp', { remark: 'a' })
    const push = phone.wire.push
    Object.assign(phone.wire, {
      push: async (request: Parameters<typeof push>[0]) => {
        const answer = await push(request)
        await changePhoneState(phone.db, { device: 'd_other' })
        return answer
      },
    })
    await pushOnce(phone)
    expect(await phone.entry(op)).toMatchObject({ state: 'queued', to_send: 1 })
  })
})
