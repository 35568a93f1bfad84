import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearDraft } from '@/actions/clearDraft'
import { loadDraft } from '@/actions/loadDraft'
import { saveDraft } from '@/actions/saveDraft'
import { type Signing, signRound } from '@/actions/signRound'
import { buildBook } from '@/composables/book/buildBook'
import { readBook } from '@/composables/book/readBook'
import { putMeta } from '@/db/meta'
import type { RoundBook } from '@/domain/types'
import { contentHash } from '@/rules/signedContent'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const signing: Signing = {
  party: 'client', signer_name: '甲方值班员01', signer_phone: '13800000001', on_behalf: false, seal_photo_id: null, opinion: null, language: 'zh-CN',
  strokes: { width: 300, height: 100, paths: [[[0.123456789, 0.5], [0.2, 0.6]], []] },
}
let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
  await phone.answers('lamp', { value: 'normal' })
})
afterEach(() => {
  currentPhone.value = null
})

async function book(): Promise<RoundBook> {
  const parts = await readBook(phone, ROUND)
  if (parts === null) throw new Error('no round')
  return buildBook(parts)
}

describe('signRound', () => {
  it('keeps exactly what was shown, and its hash', async () => {
    const copy = await signRound(ROUND, signing)
    expect(copy.content_hash).toBe(await contentHash(copy.content))
    expect(JSON.parse(copy.content)).toMatchObject({ language: 'zh-CN', round: { id: ROUND }, answers: [{ check_key: 'lamp', value: 'normal' }], staff: ['anna'] })
    expect(await phone.view('signed_copy', copy.id)).toEqual(copy)
    expect(copy.strokes.paths).toEqual([[[0.1235, 0.5], [0.2, 0.6]]])
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })

  it('names the time by the corrected clock, as the operation does (regression)', async () => {
    const late_ms = 7 * 60_000
    await putMeta(phone.db, 'clock', { skew_ms: late_ms, measured_at: '2026-11-22T06:00:00.000Z' })
    const before = phone.clock.now()
    const copy = await signRound(ROUND, signing)
    const { time } = JSON.parse(copy.content) as { time: string }
    for (const at of [time, copy.at]) expect(Math.abs(Date.parse(at) - before - late_ms)).toBeLessThan(1_000)
  })

  it('stands until a finding changes; a remark does not unsettle it', async () => {
    await signRound(ROUND, signing)
    expect((await book()).signed).toMatchObject({ client_stands: true, engineer: null, engineer_stands: false })
    await phone.answers('lamp', { remark: 'dusty' })
    expect((await book()).signed.client_stands).toBe(true)
    await phone.answers('lamp', { value: 'abnormal' })
    expect((await book()).signed).toMatchObject({ client: { signer_name: '甲方值班员01' }, client_stands: false })
    await signRound(ROUND, signing)
    expect((await book()).signed.client_stands).toBe(true)
  })

  it('refuses a name that is too long, and a round that is not on the phone', async () => {
    await expect(signRound(ROUND, { ...signing, signer_name: 'x'.repeat(201) })).rejects.toMatchObject({ code: 'too_long' })
    await expect(signRound('nowhere', signing)).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a half-drawn signature', () => {
  it('is there again after the process was killed', async () => {
    await saveDraft(`sign/${ROUND}/client`, { paths: [[[0.1, 0.2]]] })
    phone.restart()
    expect(await loadDraft(`sign/${ROUND}/client`)).toEqual({ paths: [[[0.1, 0.2]]] })
    await clearDraft(`sign/${ROUND}/client`)
    expect(await loadDraft(`sign/${ROUND}/client`)).toBeNull()
  })
})
