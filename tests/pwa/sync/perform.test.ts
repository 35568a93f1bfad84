import { beforeEach, describe, expect, it } from 'vitest'
import { reactive } from 'vue'
import { phoneState, putMeta } from '@/db/meta'
import type { JsonObject } from '@/domain/types'
import { answerEdit } from '@/sync/answerEdit'
import { MAX_OPERATION_BYTES, perform } from '@/sync/perform'
import { cutBatch } from '@/sync/push'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

let phone: TestPhone
const cell = { asset_id: 'a1', check_key: 'lamp' }

beforeEach(async () => {
  phone = await TestPhone.of(makeServer(), 'anna')
  await phone.sync()
})

describe('one tap', () => {
  it('writes number, operation and view together', async () => {
    const op = await phone.answers('lamp', { value: 'normal' })
    expect(await phone.entry(op)).toMatchObject({ n: 1, state: 'queued', to_send: 1, round_id: ROUND, bytes: expect.any(Number) })
    expect(await phoneState(phone.db)).toMatchObject({ next_n: 2 })
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
  })

  it('happened at the phone\'s time corrected by what the server last said of it (regression)', async () => {
    const late_ms = 7 * 60_000
    await putMeta(phone.db, 'clock', { skew_ms: late_ms, measured_at: '2026-11-22T06:00:00.000Z' })
    const before = phone.clock.now()
    const { body, created_at } = await phone.entry(await phone.answers('lamp', { value: 'normal' }))
    expect(Date.parse(body.at)).toBeGreaterThan(before + late_ms)
    expect(Date.parse(body.at)).toBeLessThan(before + late_ms + 1_000)
    expect(created_at).toBe(body.at)
  })

  it('that fails leaves neither a number used nor a row', async () => {
    const before = await phoneState(phone.db)
    const failing = perform(phone, () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toMatchObject({ name: 'StorageError' })
    expect(await phoneState(phone.db)).toEqual(before)
    expect(await phone.db.outbox.count()).toBe(0)
  })

  it('that finds nothing to write uses no number', async () => {
    expect(await perform(phone, () => Promise.resolve(null))).toBeNull()
    expect(await phoneState(phone.db)).toMatchObject({ next_n: 1 })
  })

  it('that would be too large for the server is refused before it says "saved"', async () => {
    const huge = 'x'.repeat(MAX_OPERATION_BYTES)
    await expect(phone.answers('lamp', { remark: huge })).rejects.toMatchObject({ code: 'too_large', limit: MAX_OPERATION_BYTES })
    expect(await phone.db.outbox.count()).toBe(0)
  })

  it('is kept as it will be sent, also where a form still watches its values (regression)', async () => {
    const scope = reactive({ place_ids: ['room'], categories: ['ups'] })
    const edits = [{ doc: 'plan-1', type: 'plan' as const, set: { scope: scope as unknown as JsonObject } }]
    const op = await perform(phone, () => Promise.resolve({ name: 'describe_plan', edits }))
    expect((await phone.entry(op ?? '')).body).toMatchObject({ edits: [{ set: { scope: { place_ids: ['room'], categories: ['ups'] } } }] })
  })

  it('takes the draft away that it makes superfluous', async () => {
    await phone.db.drafts.put({ key: 'typed', value: 'half', at: '' })
    await perform(phone, async (identity) => ({ ...(await answerEdit(phone.db, identity, ROUND, [{ cell, set: { remark: 'whole' } }])), draft: 'typed' }))
    expect(await phone.db.drafts.count()).toBe(0)
  })

  it('beside others at the same time gets a number of its own, without gaps', async () => {
    await Promise.all(Array.from({ length: 8 }, (_, k) => phone.answers('lamp', { remark: `r${k}` })))
    expect((await phone.db.outbox.orderBy('n').toArray()).map((entry) => entry.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })
})

describe('a batch', () => {
  it('holds as much as the server takes, and at least one', async () => {
    for (const k of [1, 2, 3]) await phone.answers('lamp', { remark: `${k}` })
    const entries = (await phone.db.outbox.orderBy('n').toArray()).map((entry) => ({ ...entry, bytes: 300 * 1024 }))
    expect(cutBatch(entries)).toHaveLength(1)
    expect(cutBatch(entries.map((entry) => ({ ...entry, bytes: 200 * 1024 })))).toHaveLength(2)
    expect(cutBatch([])).toEqual([])
  })
})
