import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ref } from 'vue'
import { type Signing, signRound } from '@/actions/signRound'
import { submitRound } from '@/actions/submitRound'
import { useAsset } from '@/composables/useAsset'
import { useAssets } from '@/composables/useAssets'
import { useAttention } from '@/composables/useAttention'
import { useCustody } from '@/composables/useCustody'
import { useOutbox } from '@/composables/useOutbox'
import { useReview } from '@/composables/useReview'
import { useReviewQueue } from '@/composables/useReviewQueue'
import { useSession } from '@/composables/useSession'
import { useSyncStatus } from '@/composables/useSyncStatus'
import { useTicket } from '@/composables/useTicket'
import { useTickets } from '@/composables/useTickets'
import { useToday } from '@/composables/useToday'
import type { AssetFilter, TicketFilter } from '@/domain/types'
import { closePhone, currentPhone, currentSession } from '@/sync/currentPhone'
import { photographs } from '../support/photos'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND, TICKET } from '../support/world'
import { using } from './support'

let phone: TestPhone
const BY_CLIENT: Signing = {
  party: 'client', signer_name: '刘工', signer_phone: null, on_behalf: false, seal_photo_id: null, opinion: null, language: 'zh-CN',
  strokes: { width: 600, height: 200, paths: [[[0.12, 0.5], [0.2, 0.6]]] },
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T15:00:00+08:00') })
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  vi.useRealTimers()
  currentPhone.value = null
  closePhone()
})

describe('useSession', () => {
  it('knows person, project and rights without a network', () => {
    const { person, projectId, can } = useSession()
    expect([person.value?.id, projectId.value, can('engineer'), can('supervisor', 'desk')]).toEqual(['anna', 'p1', true, false])
  })
})

describe('useToday', () => {
  it('shows what is due, what is coming and own open tickets', async () => {
    const today = using(useToday)
    await vi.waitFor(() => expect(today.value).not.toBeNull())
    expect(today.value?.rounds.map((brief) => [brief.id, brief.phase, brief.counts.items])).toContainEqual([ROUND, 'planned', 4])
    expect(today.value?.coming.map((brief) => brief.occurrence_date)).toContain('2026-11-23')
    expect(today.value?.coming[0]).toMatchObject({ round: null, due_at: '2026-11-23T10:00:00.000Z', counts: { assets: 2, items: 4 } })
    expect(today.value?.tickets.map((ticket) => ticket.id)).toEqual([TICKET])
    expect(today.value?.as_of).toEqual(expect.any(String))
  })
  it('keeps a round that was handed in without the client until the client has signed, and shows it again when the signature fell', async () => {
    const today = using(useToday)
    const unsigned = () => today.value?.unsigned.map(({ id }) => id)
    await phone.answers('lamp', { value: 'normal' })
    expect(unsigned() ?? []).toEqual([])
    await submitRound(ROUND, { client_absent: true })
    await vi.waitFor(() => expect(unsigned()).toEqual([ROUND]))
    await signRound(ROUND, BY_CLIENT)
    await vi.waitFor(() => expect(unsigned()).toEqual([]))
    await phone.answers('lamp', { value: 'abnormal', severity: 3 })
    await vi.waitFor(() => expect(unsigned()).toEqual([ROUND]))
  })
})

describe('where the work is', () => {
  it('is told in figures, in groups and file by file', async () => {
    const [status, outbox, custody] = [using(useSyncStatus), using(useOutbox), using(() => useCustody(ref(ROUND)))]
    await vi.waitFor(() => expect(status.value).toMatchObject({ operations: 0, verified_at: expect.any(String), oldest_at: null }))
    await phone.answers('lamp', { value: 'normal' })
    await photographs(phone, 'picture')
    await submitRound(ROUND, { client_absent: true })
    await vi.waitFor(() => expect(status.value).toMatchObject({ rounds: 1, operations: 3, photos: 1, verified_at: null, oldest_at: expect.any(String) }))
    await vi.waitFor(() => expect(outbox.value).toMatchObject([{ kind: 'round', id: ROUND, title_zh: '每日巡检', operations: 3, photos: 1, state: 'queued' }]))
    await vi.waitFor(() => expect(custody.value).toMatchObject({ items: { total: 1, held: 0 }, submitted: false, complete_at: null, photos: [{ state: 'on_phone' }] }))
    await phone.syncWithPhotos()
    await vi.waitFor(() => expect(outbox.value).toEqual([]))
    await vi.waitFor(() => expect(custody.value).toMatchObject({
      items: { total: 1, held: 1, verified_at: expect.any(String) }, submitted: true, complete_at: expect.any(String), photos: [{ state: 'verified', verified_at: expect.any(String) }],
    }))
  })
})

describe('useAttention', () => {
  it('shows refused work with its reason, and conflicts with both sides', async () => {
    const attention = using(useAttention)
    const bo = await TestPhone.of(phone.server, 'bo')
    await bo.sync()
    await bo.answers('lamp', { remark: 'green' })
    await bo.sync()
    await phone.answers('lamp', { remark: 'red' })
    await phone.sync()
    phone.server.denied.add('anna')
    const parked = await phone.answers('load', { reading: '40' })
    await phone.sync()
    await vi.waitFor(() => expect(attention.value?.parked).toMatchObject([{ op: parked, refusal: { code: 'forbidden', message: 'not yours' }, asset: { id: 'a1' }, item: { check_key: 'load' } }]))
    expect(attention.value?.conflicts).toMatchObject([{ kept: { value: 'red', is_mine: true, choice: 'take' }, standing: { value: 'green', choice: 'keep' }, title_zh: 'lamp' }])
  })
})

describe('useAttention outside of every project', () => {
  it('still shows what was refused', async () => {
    const attention = using(useAttention)
    phone.server.denied.add('anna')
    const parked = await phone.answers('load', { reading: '40' })
    await phone.sync()
    const session = currentSession.value
    onTestFinished(() => { currentSession.value = session })
    if (session) currentSession.value = { ...session, grants: [] }
    expect(useSession().projectId.value).toBeNull()
    await vi.waitFor(() => expect(attention.value).toMatchObject({ parked: [{ op: parked }], conflicts: [] }))
  })
})

describe('lists at the desk', () => {
  it('find assets by code, name, category and short code', async () => {
    const filter = ref<AssetFilter>({})
    const assets = using(() => useAssets(filter))
    const ids = (): string[] | undefined => assets.value?.map((row) => row.asset.id)
    await vi.waitFor(() => expect(ids()).toEqual(['a1', 'a2']))
    filter.value = { text: '7k3-m2qc' }
    await vi.waitFor(() => expect(ids()).toEqual(['a1']))
    filter.value = { category: 'server', place_id: 'room1' }
    await vi.waitFor(() => expect(ids()).toEqual(['a2']))
  })

  it('show an asset with its tickets and its readings\' items', async () => {
    const asset = using(() => useAsset(ref('a1')))
    await vi.waitFor(() => expect(asset.value).toMatchObject({ tag: { id: 'tag1' }, room: { id: 'room1' }, open_tickets: [{ id: TICKET }], reading_items: [{ check_key: 'load' }] }))
  })

  it('show tickets and one ticket\'s page', async () => {
    const filter = ref<TicketFilter>({ mine: true, open: true })
    const [tickets, ticket] = [using(() => useTickets(filter)), using(() => useTicket(ref(TICKET)))]
    await vi.waitFor(() => expect(tickets.value).toMatchObject([{ ticket: { id: TICKET }, assignees: [{ person_id: 'anna' }] }]))
    await vi.waitFor(() => expect(ticket.value).toMatchObject({ state: 'raised', asset: { id: 'a1' }, findings: [], events: [] }))
    filter.value = { open: false }
    await vi.waitFor(() => expect(tickets.value).toEqual([]))
  })

  it('show submitted rounds, and what blocks their sealing', async () => {
    await photographs(phone, 'picture')
    await submitRound(ROUND, { client_absent: true })
    await phone.sync()
    const [queue, review] = [using(useReviewQueue), using(() => useReview(ref(ROUND)))]
    await vi.waitFor(() => expect(queue.value).toMatchObject([{ round: { id: ROUND }, submissions: 1, photos_missing: 1, conflicts: 0 }]))
    await vi.waitFor(() => expect(review.value).toMatchObject({ previous: null, blockers: { conflicts: 0, photos: 1, missing: 4 } }))
    expect(review.value?.changes.map((change) => change.kind)).toEqual(['same', 'same', 'same', 'same'])
  })
})
