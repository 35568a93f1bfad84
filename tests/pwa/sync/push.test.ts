import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/errors'
import { pushOnce } from '@/sync/push'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

async function aPhone(): Promise<TestPhone> {
  const phone = await TestPhone.of(makeServer(), 'anna')
  await phone.sync()
  return phone
}

describe('an edit on its way to the server', () => {
  it('is seen at once, pending until the base shows it', async () => {
    const phone = await aPhone()
    const op = await phone.answers('lamp', { value: 'normal' })
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal', answered_by: 'anna' })
    expect((await phone.entry(op)).state).toBe('queued')
    await phone.sync()
    expect((await phone.entry(op)).state).toBe('reflected')
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('stays on the screen between its acknowledgement and the pull', async () => {
    const phone = await aPhone()
    const op = await phone.answers('lamp', { value: 'abnormal', severity: 2 })
    await pushOnce(phone)
    expect((await phone.entry(op)).state).toBe('acknowledged')
    expect(await phone.sees('lamp')).toMatchObject({ value: 'abnormal', severity: 2 })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })

  it('names as `was` the own operation that wrote the field before, sent or not', async () => {
    const phone = await aPhone()
    const first = await phone.answers('lamp', { value: 'normal' })
    const second = await phone.answers('lamp', { value: 'abnormal' })
    expect((await phone.entry(first)).body).toMatchObject({ edits: [{ was: { value: null } }] })
    expect((await phone.entry(second)).body).toMatchObject({ edits: [{ was: { value: [first] } }] })
    await phone.sync()
    expect(await phone.sees('lamp')).toMatchObject({ value: 'abnormal' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('stays pending when it was made while a push was under way', async () => {
    const phone = await aPhone()
    await phone.answers('lamp', { value: 'normal' })
    const push = phone.wire.push
    let second = ''
    Object.assign(phone.wire, {
      push: async (request: Parameters<typeof push>[0]) => {
        if (second === '') second = await phone.answers('lamp', { value: 'abnormal' })
        return push(request)
      },
    })
    await pushOnce(phone)
    expect((await phone.entry(second)).state).toBe('queued')
    expect(await phone.sees('lamp')).toMatchObject({ value: 'abnormal' })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })
})

describe('a batch', () => {
  it('is halved until the server takes it', async () => {
    const phone = await aPhone()
    for (const text of ['a', 'b', 'c', 'd', 'e']) await phone.answers('lamp', { remark: text })
    const push = phone.wire.push
    const sizes: number[] = []
    Object.assign(phone.wire, {
      push: (request: Parameters<typeof push>[0]) => {
        sizes.push(request.ops.length)
        if (request.ops.length > 2) throw new ApiError('too_large', 413)
        return push(request)
      },
    })
    await phone.sync()
    expect(sizes[0]).toBe(5)
    expect(phone.server.ops.size).toBe(5)
    await phone.syncsAgainAndNothingHappens()
  })

  it('holds operations of one version of the app only', async () => {
    const phone = await aPhone()
    const old = await phone.answers('lamp', { remark: 'old' })
    await phone.db.outbox.update(old, { schema: 0 })
    await phone.answers('lamp', { remark: 'new' })
    const schemas: number[] = []
    const push = phone.wire.push
    Object.assign(phone.wire, { push: (request: Parameters<typeof push>[0]) => (schemas.push(request.schema), push(request)) })
    await phone.sync()
    expect(schemas).toEqual([0, 1])
  })

  it('waits as long as the server asks when the app is newer than the server', async () => {
    const phone = await aPhone()
    await phone.answers('lamp', { value: 'normal' })
    Object.assign(phone.wire, { push: () => Promise.resolve({ protocol: 'roundsman/1', results: [], stop: { reason: 'retry', after_ms: 9 } }) })
    expect(await pushOnce(phone)).toEqual({ outcome: 'wait', after_ms: 9 })
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
  })
})
