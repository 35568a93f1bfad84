/** Kill after each numbered step of docs/protocol.md, restart, converge. */
import { describe, expect, it } from 'vitest'
import { answerId } from '@/rules/ids'
import type { Step } from '@/sync/phone'
import { uploadOne } from '@/sync/uploadPhotos'
import { photographs } from '../support/photos'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const STEPS: readonly Step[] = [
  'perform: committed', 'push: batch read', 'push: answered', 'push: settled',
  'pull: asked', 'pull: answered', 'pull: page applied', 'pull: reflected',
  'upload: address stored', 'upload: received', 'start over: base set aside', 'fork: renumbered',
]

async function day(phone: TestPhone): Promise<void> {
  await phone.answers('lamp', { value: 'abnormal', severity: 2 })
  await photographs(phone, 'picture')
  await phone.sync()
  while (await uploadOne(phone, new AbortController().signal)) void 0
}

async function withKill(phone: TestPhone, step: Step): Promise<boolean> {
  phone.killAt = step
  try {
    await day(phone)
  } catch (error) {
    // Inside a transaction the kill comes out as the reason why it was rolled back.
    const reason = error instanceof Error ? `${error.message} ${String(error.cause)}` : ''
    if (!reason.includes(step)) throw error
  }
  const killed = phone.killAt === null
  phone.restart()
  return killed
}

describe.each(STEPS)('killed at "%s"', (step) => {
  it('a phone recovers, loses nothing and does nothing twice', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    await phone.answers('load', { reading: '40' })
    await phone.sync()
    if (step === 'start over: base set aside') server.inc = 'i_2'
    if (step === 'fork: renumbered') {
      const twin = await phone.clone()
      await twin.answers('lamp', { remark: 'twin' })
      await twin.sync()
    }
    expect(await withKill(phone, step)).toBe(true)
    expect(await phone.sees('lamp')).toMatchObject({ value: 'abnormal', severity: 2 })
    await phone.syncWithPhotos()
    expect(server.need(answerId(ROUND, 'a1', 'lamp')).fields).toMatchObject({ value: 'abnormal', severity: 2 })
    const sent = await phone.db.outbox.toArray()
    expect(sent.every((entry) => server.ops.has(entry.op))).toBe(true)
    expect(sent.every((entry) => entry.state === 'reflected')).toBe(true)
    await phone.syncsAgainAndNothingHappens()
  })
})

describe.each(['request lost', 'answer lost'] as const)('a %s', (fault) => {
  it('costs nothing but time', async () => {
    const phone = await TestPhone.of(makeServer(), 'anna')
    await phone.sync()
    const op = await phone.answers('lamp', { value: 'normal' })
    phone.fault = fault
    await expect(phone.sync()).rejects.toThrow()
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
    phone.fault = null
    await phone.sync()
    expect((await phone.entry(op)).state).toBe('reflected')
    expect(phone.server.ops.size).toBe(1)
    await phone.syncsAgainAndNothingHappens()
  })
})
