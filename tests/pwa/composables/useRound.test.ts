import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { submitRound } from '@/actions/submitRound'
import { useRound } from '@/composables/useRound'
import { currentPhone } from '@/sync/currentPhone'
import { photographs } from '../support/photos'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND, TICKET } from '../support/world'
import { using } from './support'

let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
})

describe('useRound', () => {
  it('joins a round: sheets in walking order, cells by category, what is missing', async () => {
    const book = using(() => useRound(ref(ROUND)))
    expect(book.value).toBeNull()
    await vi.waitFor(() => expect(book.value).not.toBeNull())
    expect(book.value).toMatchObject({ phase: 'planned', project: { id: 'p1' }, template: { id: 't1' }, place: { code: 'A' }, sent_back: null, unsent: { operations: 0, photos: 0 } })
    expect(book.value?.sheets.map((sheet) => [sheet.asset.id, sheet.room?.id, sheet.cells.map((cell) => cell.item.check_key)])).toEqual([
      ['a1', 'room1', ['lamp', 'load']], ['a2', 'room1', ['lamp']],
    ])
    expect(book.value?.sheets[0]?.tag?.id).toBe('tag1')
    expect(book.value?.sheets[0]?.cells[0]).toMatchObject({ key: 'a1/lamp', missing: 'answer', filled: false, open_ticket: { id: TICKET } })
    expect(book.value?.missing.map(({ asset, cells }) => [asset?.id ?? null, cells.length])).toEqual([['a1', 2], ['a2', 1], [null, 1]])
    expect(book.value?.counts).toMatchObject({ assets: 2, assets_done: 0, items: 4, filled: 0 })
  })

  it('shows an answer, its photo and where it is, the moment they are on disk', async () => {
    const book = using(() => useRound(ref(ROUND)))
    await vi.waitFor(() => expect(book.value).not.toBeNull())
    await phone.answers('lamp', { value: 'abnormal', severity: 2 })
    await photographs(phone, 'picture')
    const lamp = () => book.value?.sheets[0]?.cells[0]
    await vi.waitFor(() => expect(lamp()).toMatchObject({ filled: true, saved_at: expect.any(String), work: { pending: true }, photos: [{ state: 'on_phone' }] }))
    await vi.waitFor(() => expect(book.value).toMatchObject({ counts: { abnormal: 1, photos: 1 }, unsent: { operations: 2, photos: 1 } }))
    await phone.syncWithPhotos()
    await vi.waitFor(() => expect(lamp()).toMatchObject({ work: { pending: false }, photos: [{ state: 'verified' }] }))
    await vi.waitFor(() => expect(book.value?.unsent).toEqual({ operations: 0, photos: 0 }))
  })

  it('compares a reading with those before it, not with itself', async () => {
    const before = { value: '40', at: '2026-11-21T00:00:00Z', round_id: 'earlier' }
    phone.server.insert('readings1', 'readings', 'project:p1', { asset_id: 'a1', series: { load: [before, { value: '41', at: '2026-11-22T00:00:00Z', round_id: ROUND }] } })
    await phone.sync()
    const book = using(() => useRound(ref(ROUND)))
    await vi.waitFor(() => expect(book.value?.sheets[0]?.cells[1]?.last_readings).toEqual([before]))
  })

  it('counts a reading that could not be taken apart from what is not applicable', async () => {
    const book = using(() => useRound(ref(ROUND)))
    await phone.answers('load', { unmeasurable_reason: '屏幕不亮' })
    await vi.waitFor(() => expect(book.value?.counts).toMatchObject({ filled: 1, unmeasured: 1, normal: 0, not_applicable: 0 }))
  })

  it('shows what was sent back, with its comments, until it is submitted again', async () => {
    await submitRound(ROUND, { client_absent: true })
    await phone.sync()
    const comment = { round_id: ROUND, answer_id: null, asset_id: 'a1', check_key: 'lamp', photo_id: null, x: null, y: null, text: '看不清', by: 'bo', at: '', withdrawn_at: null }
    phone.server.insert('c1', 'comment', 'project:p1', comment)
    const submitted = [...phone.server.docs.values()].filter((doc) => doc.type === 'round_event').map((doc) => doc.id)
    phone.server.insert('e1', 'round_event', 'project:p1', { round_id: ROUND, name: 'sent_back', by: 'bo', at: '', received_at: '', after: submitted, args: { comment_ids: ['c1'], note: '请补' }, flags: [] })
    phone.server.change(ROUND, { state: 'sent_back' }, null)
    await phone.sync()
    const book = using(() => useRound(ref(ROUND)))
    await vi.waitFor(() => expect(book.value?.sent_back).toMatchObject({ note: '请补', by: 'bo', comments: [{ id: 'c1', text: '看不清' }] }))
    expect(book.value?.sheets[0]?.cells[0]?.comments).toHaveLength(1)
    await submitRound(ROUND, { client_absent: true })
    await vi.waitFor(() => expect(book.value).toMatchObject({ phase: 'submitted', sent_back: null }))
  })

  it('asks anew when another round is looked at, and never shows the old one under the new name', async () => {
    const id = ref(ROUND)
    const book = using(() => useRound(id))
    await vi.waitFor(() => expect(book.value).not.toBeNull())
    id.value = 'nowhere'
    await vi.waitFor(() => expect(book.value).toBeNull())
  })
})
