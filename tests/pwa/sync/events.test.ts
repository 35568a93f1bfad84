import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commentTicket } from '@/actions/commentTicket'
import { openRound } from '@/actions/openRound'
import { resolveTicket } from '@/actions/resolveTicket'
import { reopenTicket } from '@/actions/reopenTicket'
import { submitRound } from '@/actions/submitRound'
import { roundId } from '@/rules/ids'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND, TICKET } from '../support/world'

let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
})

const open = async (): Promise<string> =>
  openRound({ id: ROUND, round: await phone.view('round', ROUND), plan: await phone.view('plan', 'plan1'), occurrence_date: '2026-11-22' })

describe('a round, offline', () => {
  it('is open at once when it is opened, and opened only once on a phone', async () => {
    await open()
    await open()
    expect(await phone.view('round', ROUND)).toMatchObject({ state: 'open', opened_at: expect.any(String) })
    expect(await phone.db.outbox.count()).toBe(1)
    await phone.sync()
    expect(await phone.view('round', ROUND)).toMatchObject({ state: 'open' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('is made by rule when its row is not there yet', async () => {
    const plan = await phone.view('plan', 'plan1')
    const id = roundId('plan1', '2026-11-23')
    await openRound({ id, round: null, plan, occurrence_date: '2026-11-23' })
    expect(await phone.view('round', id)).toMatchObject({ state: 'open', plan_id: 'plan1', template_id: 't1', asset_ids: ['a1', 'a2'], due_at: '2026-11-23T10:00:00.000Z' })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })

  it('is submitted at once; its submit has seen the opening', async () => {
    await open()
    await submitRound(ROUND, { client_absent: true })
    expect(await phone.view('round', ROUND)).toMatchObject({ state: 'submitted', submitted_at: expect.any(String) })
    const [opened, submitted] = await phone.db.outbox.orderBy('n').toArray()
    expect(submitted?.body).toMatchObject({ after: [opened?.op], args: { client_absent: true } })
    await phone.sync()
    expect(await phone.view('round', ROUND)).toMatchObject({ state: 'submitted' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('submits a manifest of what this phone knows: answers with their writers, photos by hash', async () => {
    const op = await phone.answers('lamp', { value: 'normal' })
    await submitRound(ROUND, { client_absent: false })
    const [, submit] = await phone.db.outbox.orderBy('n').toArray()
    expect(submit?.body).toMatchObject({ args: { manifest: { answers: { [(await phone.sees('lamp'))?.id ?? '']: [op] }, photos: [], signed: [] } } })
  })

  it('stays sent back when the submit had not seen the sending back', async () => {
    await open()
    await phone.sync()
    await submitRound(ROUND, { client_absent: true })
    phone.server.insert('e9', 'round_event', 'project:p1', { round_id: ROUND, name: 'sent_back', by: 'bo', at: '', received_at: '', after: [], args: {}, flags: [] })
    await phone.sync()
    expect(await phone.view('round', ROUND)).toMatchObject({ state: 'sent_back' })
    await submitRound(ROUND, { client_absent: true })
    expect(await phone.view('round', ROUND)).toMatchObject({ state: 'submitted' })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })
})

describe('a ticket, offline', () => {
  const addFinding = async (): Promise<void> => {
    phone.server.insert('f1', 'finding', 'project:p1', { ticket_id: TICKET, round_id: null, asset_id: 'a1', check_key: 'lamp', answer_id: null, found_at: '', severity: 3, text: null, reading: null, state: 'open' })
    await phone.sync()
  }

  it('is resolved by naming the findings on the screen, and opened again', async () => {
    await addFinding()
    await resolveTicket({ id: TICKET }, { solution: 'new fuse', how: 'fixed' })
    expect(await phone.view('ticket', TICKET)).toMatchObject({ state: 'resolved', is_open: false })
    await reopenTicket({ id: TICKET }, 'still dark')
    expect(await phone.view('ticket', TICKET)).toMatchObject({ state: 'raised', is_open: true, closed_at: null })
    const [resolved] = await phone.db.outbox.orderBy('n').toArray()
    expect(resolved?.body).toMatchObject({ args: { findings: ['f1'], solution: 'new fuse' } })
  })

  it('shows a comment on its timeline at once', async () => {
    await commentTicket({ id: TICKET }, '等备件')
    const rows = await phone.db.documents.where('[type+ticket_id]').equals(['ticket_event', TICKET]).toArray()
    expect(rows.map((row) => [row.fields['name'], row.fields['args'], row.pending])).toEqual([['commented', { text: '等备件' }, 1]])
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })
})
