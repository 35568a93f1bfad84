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

  it('is shown the receipt that it gave before', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const restore = server.backup()
    const first = server.inc
    const op = await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    expect(server.shown.size).toBe(0)
    restore()
    await phone.sync()
    expect(server.shown.get(op)).toBe(`${first} said applied of ${op}`)
  })

  it('is shown the first receipt when it is restored again before it answered', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const restore = server.backup()
    const first = server.inc
    const op = await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    restore()
    phone.killAt = 'push: batch read'
    await expect(phone.sync()).rejects.toThrow()
    restore()
    await phone.sync()
    expect(server.shown.get(op)).toBe(`${first} said applied of ${op}`)
  })

  it('is shown it also after it had to ask for a new sign-in', async () => {
    const server = makeServer()
    const restore = server.backup()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const op = await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    restore()
    await expect(phone.sync()).rejects.toMatchObject({ status: 401 })
    await phone.signsIn()
    await phone.sync()
    expect(server.shown.get(op)).toContain(`said applied of ${op}`)
    await phone.syncsAgainAndNothingHappens()
  })

  it('finds what no backup held, however long ago it was sent', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    server.durable = false
    const restore = server.backup()
    const op = await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    phone.clock.ms += 60 * 24 * 60 * 60_000
    await phone.sync()
    restore()
    await phone.sync()
    expect(server.ops.has(op)).toBe(true)
  })
})
