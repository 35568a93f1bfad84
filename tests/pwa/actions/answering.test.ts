import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addAssetToRound } from '@/actions/addAssetToRound'
import { answerItem } from '@/actions/answerItem'
import { setAllNormal } from '@/actions/setAllNormal'
import { writeForm } from '@/actions/writeForm'
import { readBook } from '@/composables/book/readBook'
import { buildBook } from '@/composables/book/buildBook'
import type { ItemCell } from '@/domain/types'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const LAMP = { asset_id: 'a1', check_key: 'lamp' }
let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
})

async function cells(): Promise<readonly ItemCell[]> {
  const parts = await readBook(phone, ROUND)
  if (parts === null) throw new Error('no round')
  const book = buildBook(parts)
  return [...book.sheets.flatMap((sheet) => sheet.cells), ...book.round_cells]
}

describe('answerItem', () => {
  it('writes only what differs from what stands', async () => {
    await answerItem(ROUND, LAMP, { value: 'normal', remark: null })
    await answerItem(ROUND, LAMP, { value: 'normal' })
    const [entry, ...more] = await phone.db.outbox.toArray()
    expect(more).toEqual([])
    expect(entry?.body).toMatchObject({ name: 'answer_item', edits: [{ key: { round_id: ROUND, ...LAMP }, set: { value: 'normal' } }] })
  })

  it('takes text of any script byte for byte', async () => {
    const text = '温度 🌡️ \u202eمرحبا\u202c 𠮷'
    await answerItem(ROUND, LAMP, { remark: text })
    expect((await phone.sees('lamp'))?.remark).toBe(text)
  })

  it('refuses by name what the server would not take, and writes nothing', async () => {
    await expect(answerItem(ROUND, LAMP, { remark: '长'.repeat(10_001) })).rejects.toMatchObject({ code: 'too_long', limit: 10_000 })
    await expect(answerItem(ROUND, LAMP, { remark: 'a\u0000b' })).rejects.toMatchObject({ code: 'forbidden_character' })
    await expect(answerItem(ROUND, LAMP, { remark: '\ud83d' })).rejects.toMatchObject({ code: 'forbidden_character' })
    expect(await phone.db.outbox.count()).toBe(0)
    await answerItem(ROUND, LAMP, { remark: '𠮷'.repeat(10_000) })
  })

  it('is offered in the order of the taps', async () => {
    await Promise.all(['a', 'b', 'c'].map((remark) => answerItem(ROUND, LAMP, { remark })))
    expect((await phone.db.outbox.orderBy('n').toArray()).map((entry) => entry.n)).toEqual([1, 2, 3])
  })
})

describe('setAllNormal', () => {
  it('fills in judgements without an answer, never a reading, in one operation', async () => {
    await answerItem(ROUND, LAMP, { value: 'abnormal' })
    const { count } = await setAllNormal(ROUND, await cells())
    expect(count).toBe(2)
    expect(await phone.sees('lamp')).toMatchObject({ value: 'abnormal' })
    expect(await phone.sees('load')).toBeNull()
    expect(await phone.db.outbox.count()).toBe(2)
  })

  it('leaves out what has an open ticket', async () => {
    await setAllNormal(ROUND, await cells())
    expect(await phone.sees('lamp')).toBeNull()
    expect(await phone.sees('lamp', 'a2')).toMatchObject({ value: 'normal' })
  })

  it('can be taken back, but for what was changed since', async () => {
    const { undo } = await setAllNormal(ROUND, await cells())
    await answerItem(ROUND, LAMP, { value: 'abnormal' })
    await undo()
    expect(await phone.sees('lamp')).toMatchObject({ value: 'abnormal' })
    expect(await phone.sees('lamp', 'a2')).toMatchObject({ value: null })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })

  it('writes nothing where everything is answered', async () => {
    await setAllNormal(ROUND, await cells())
    const { count, undo } = await setAllNormal(ROUND, await cells())
    await undo()
    expect(count).toBe(0)
    expect(await phone.db.outbox.count()).toBe(1)
  })
})

describe('writeForm and addAssetToRound', () => {
  it('edit the round, and show it at once', async () => {
    await writeForm(ROUND, { problem: '风扇' })
    await addAssetToRound(ROUND, 'a2') // is in the round already
    await addAssetToRound(ROUND, 'a3')
    expect(await phone.view('round', ROUND)).toMatchObject({ problem: '风扇', extra_asset_ids: ['a3'], state: 'planned' })
    expect(await phone.db.outbox.count()).toBe(2)
  })
})
