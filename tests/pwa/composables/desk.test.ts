/** What the desk and the client read: people, reports, sealed rounds, tags that could not be read, what needs a person. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { useAttentionDesk } from '@/composables/useAttentionDesk'
import { useAttentionSubject } from '@/composables/useAttentionSubject'
import { useClientReports } from '@/composables/useClientReports'
import { useDevices } from '@/composables/useDevices'
import { useMembers } from '@/composables/useMembers'
import { useReviewedRounds } from '@/composables/useReviewedRounds'
import { useSealedRecord } from '@/composables/useSealedRecord'
import { useSealedRounds } from '@/composables/archive/useSealedRounds'
import { useTagReports } from '@/composables/useTagReports'
import { answerId } from '@/rules/ids'
import type { JsonObject } from '@/domain/types'
import { closePhone, currentPhone, syncState } from '@/sync/currentPhone'
import type { FakeServer } from '../support/fakeServer'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND, TICKET } from '../support/world'
import { using } from './support'

let server: FakeServer
let phone: TestPhone
const OTHER = '0192aaaa-0000-7000-8000-0000000000ff'
const put = (id: string, type: Parameters<FakeServer['insert']>[1], fields: JsonObject, stream = 'project:p1'): void => void server.insert(id, type, stream, fields)

beforeEach(async () => {
  server = makeServer()
  phone = (await TestPhone.of(server, 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
  closePhone()
})

describe('people', () => {
  it('are those of the chosen project', async () => {
    put('m-elsewhere', 'member', { person_id: 'dora', display_name_zh: 'dora', display_name_en: 'dora', roles: ['engineer'] }, 'org:o1')
    await phone.sync()
    const members = using(useMembers)
    await expect.poll(() => members.value?.map(({ person_id }) => person_id).sort()).toEqual(['anna', 'bo', 'chen'])
  })
})

describe('a client', () => {
  it('reads the sealed records, newest first', async () => {
    for (const [id, sealed_at] of [['r1', '2026-11-20T10:00:00Z'], ['r2', '2026-11-21T10:00:00Z']] as const) put(id, 'client_report', { round_id: id, sealed_at }, 'org:o1')
    await phone.sync()
    const reports = using(useClientReports)
    await expect.poll(() => reports.value?.map(({ id }) => id)).toEqual(['r2', 'r1'])
  })
})

describe('a sealed round', () => {
  it('shows its seal and what came after it, oldest first', async () => {
    put('s1', 'seal', { round_id: ROUND, number: 'XJ', hash: 'h', previous_hash: null, sealed_by: 'bo', sealed_at: '2026-11-22T09:00:00Z' })
    for (const [id, at] of [['late', '2026-11-24T10:00:00Z'], ['early', '2026-11-23T10:00:00Z']] as const) put(id, 'amendment', { round_id: ROUND, kind: 'late_change', at, detail: {} })
    await phone.sync()
    const record = using(() => useSealedRecord(ref(ROUND)))
    await expect.poll(() => record.value?.amendments.map(({ id }) => id)).toEqual(['early', 'late'])
    expect(record.value?.seal?.hash).toBe('h')
  })

  it('has neither before it is sealed', async () => {
    const record = using(() => useSealedRecord(ref(ROUND)))
    await expect.poll(() => record.value).toEqual({ seal: null, amendments: [] })
  })

  it('is listed by when it was sealed, newest first', async () => {
    const fields = server.docs.get(ROUND)?.fields as JsonObject
    put(OTHER, 'round', { ...fields, state: 'sealed', sealed_at: '2026-11-21T10:00:00Z' })
    server.change(ROUND, { state: 'sealed', sealed_at: '2026-11-22T10:00:00Z' }, null)
    await phone.sync()
    const sealed = using(() => useReviewedRounds('sealed'))
    await expect.poll(() => sealed.value?.map(({ round }) => round.id)).toEqual([ROUND, OTHER])
    expect(using(() => useReviewedRounds('sent_back')).value).toBeNull()
  })
})

describe('the archive', () => {
  it('holds sealed rounds only, by day, with who handed them in and what was found', async () => {
    const fields = server.docs.get(ROUND)?.fields as JsonObject
    put(OTHER, 'round', { ...fields, occurrence_date: '2026-10-01', state: 'sealed', sealed_at: '2026-11-25T10:00:00Z', extra_asset_ids: ['a2', 'a1'] })
    server.change(ROUND, { state: 'sealed', sealed_at: '2026-11-22T10:00:00Z' }, null)
    put('done', 'round_event', { round_id: OTHER, name: 'submitted', by: 'anna', at: '2026-10-01T10:00:00Z', received_at: null, after: [], args: {}, flags: [] })
    const finding = { ticket_id: TICKET, round_id: OTHER, asset_id: 'a1', check_key: 'lamp', answer_id: 'x', found_at: '2026-10-01T10:00:00Z', severity: 3, text: null, reading: null }
    for (const [id, state] of [['stands', 'open'], ['fell', 'withdrawn']] as const) put(id, 'finding', { ...finding, state })
    await phone.sync()
    const archive = using(useSealedRounds)
    await expect.poll(() => archive.value?.map(({ round }) => round.id)).toEqual([ROUND, OTHER])
    const [, past] = archive.value ?? []
    expect(past?.findings.map(({ id }) => id)).toEqual(['stands'])
    expect(past?.staff.map(({ person_id }) => person_id)).toEqual(['anna'])
    expect(past?.assets.map(({ id }) => id).sort()).toEqual(['a1', 'a2'])
  })
})

describe('a tag', () => {
  it('that could not be read is told by asset, newest first; one that was read is not', async () => {
    const scan = { round_id: ROUND, tag_id: null, raw: '', reason: '撕破', place: null, by: 'anna', received_at: null }
    put('u1', 'scan', { ...scan, asset_id: 'a1', method: 'unreadable', at: '2026-11-20T10:00:00Z' })
    put('u2', 'scan', { ...scan, asset_id: 'a1', method: 'unreadable', at: '2026-11-21T10:00:00Z' })
    put('c1', 'scan', { ...scan, asset_id: 'a2', method: 'camera', at: '2026-11-21T10:00:00Z' })
    await phone.sync()
    const reports = using(useTagReports)
    await expect.poll(() => [...reports.value].map(([asset, scans]) => [asset, scans.map(({ id }) => id)])).toEqual([['a1', ['u2', 'u1']]])
  })
})

describe('what an operation is about', () => {
  const about = (ids: Partial<Record<'doc' | 'round_id' | 'asset_id' | 'check_key', string>>) =>
    using(() => useAttentionSubject(ref({ doc: null, round_id: null, asset_id: null, check_key: null, ...ids })))

  it('is found by the ids in its body', async () => {
    const subject = about({ doc: 'unknown', round_id: ROUND, asset_id: 'a1', check_key: 'lamp' })
    await expect.poll(() => subject.value).toMatchObject({ round: { id: ROUND }, asset: { id: 'a1' }, item: { check_key: 'lamp' }, ticket: null })
  })

  it('is found through the answer that it names', async () => {
    await phone.answers('lamp', { value: 'normal' })
    const subject = about({ doc: answerId(ROUND, 'a1', 'lamp') })
    await expect.poll(() => subject.value).toMatchObject({ round: { id: ROUND }, asset: { id: 'a1' }, item: { check_key: 'lamp' } })
  })

  it('is a ticket, a round or an asset that it names itself', async () => {
    const [ticket, round, asset] = [about({ doc: TICKET }), about({ doc: ROUND }), about({ doc: 'a2' })]
    await expect.poll(() => ticket.value?.ticket?.id).toBe(TICKET)
    await expect.poll(() => round.value?.round?.id).toBe(ROUND)
    await expect.poll(() => asset.value?.asset?.id).toBe('a2')
  })

  it('is nothing when this phone does not hold it', async () => {
    const subject = about({ doc: 'unknown' })
    await expect.poll(() => subject.value).toEqual({ round: null, asset: null, ticket: null, item: null })
  })
})

/** The server behind fetch: what it says to GET, or that nobody answers. */
function says(answer: (path: string) => Response | Error): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    const said = answer(path)
    return said instanceof Error ? Promise.reject(said) : Promise.resolve(said)
  })
  return asked
}
const json = (body: object, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

describe('what needs a person', () => {
  const attention = { operations: [{ op: 'o1' }], jobs: [{ id: 'j1' }] }

  it('is read for the chosen project, and again after each pass', async () => {
    const asked = says(() => json(attention))
    const { entries, jobs, trouble } = using(useAttentionDesk)
    await expect.poll(() => entries.value?.length).toBe(1)
    expect([jobs.value.length, trouble.value, asked]).toEqual([1, null, ['/api/projects/p1/attention']])
    syncState.value = { ...syncState.value, passes: syncState.value.passes + 1 }
    await expect.poll(() => asked.length).toBe(2)
  })

  it('stays on the screen when reading it again fails, which is said', async () => {
    let up = true
    says(() => (up ? json(attention) : new TypeError('Failed to fetch')))
    const { entries, trouble, reload } = using(useAttentionDesk)
    await expect.poll(() => entries.value?.length).toBe(1)
    up = false
    await reload()
    expect([entries.value?.length, trouble.value]).toEqual([1, 'no_answer'])
    up = true
    await reload()
    expect(trouble.value).toBeNull()
  })

  it('is not a captive portal\'s page', async () => {
    says(() => json({ hello: 'please log in' }))
    const { entries, trouble } = using(useAttentionDesk)
    await expect.poll(() => trouble.value).toBe('captive_portal')
    expect(entries.value).toBeNull()
  })

  it('is refused by name to who may not see it', async () => {
    says(() => json({ code: 'not_found' }, 404))
    const { trouble } = using(useAttentionDesk)
    await expect.poll(() => trouble.value).toBe('not_found')
  })
})

describe('where a person is signed in', () => {
  it('is what the server says; what it said last stays when it cannot be asked', async () => {
    let up = true
    says(() => (up ? json({ protocol: 'roundsman/1', devices: [{ id: 'd_1' }] }) : new TypeError('Failed to fetch')))
    const { devices, unread, reload } = using(useDevices)
    await expect.poll(() => devices.value?.map(({ id }) => id)).toEqual(['d_1'])
    up = false
    await reload()
    expect([devices.value?.length, unread.value]).toEqual([1, true])
  })
})
