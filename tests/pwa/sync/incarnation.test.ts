import { describe, expect, it } from 'vitest'
import { answerId } from '@/rules/ids'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

describe('a server restored from a backup', () => {
  it('gets everything again that the phone still keeps', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const restore = server.backup()
    await phone.answers('lamp', { value: 'normal' })
    await phone.answers('load', { reading: '40' })
    await phone.sync()
    restore()
    expect(server.ops.size).toBe(0)
    await phone.sync()
    expect(server.ops.size).toBe(2)
    expect(server.need(answerId(ROUND, 'a1', 'lamp')).fields).toMatchObject({ value: 'normal' })
    expect(await phone.sees('load')).toMatchObject({ reading: '40' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('never makes an own write vanish while it is offered again', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const restore = server.backup()
    await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    restore()
    phone.killAt = 'push: batch read'
    await expect(phone.sync()).rejects.toThrow('push: batch read')
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })
})
