import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { acceptTicket } from '@/actions/acceptTicket'
import { arriveAtTicket } from '@/actions/arriveAtTicket'
import { diagnoseTicket } from '@/actions/diagnoseTicket'
import { escalateTicket } from '@/actions/escalateTicket'
import { handOverTicket } from '@/actions/handOverTicket'
import { pauseTicket } from '@/actions/pauseTicket'
import { raiseProblem } from '@/actions/raiseProblem'
import { raiseTicket } from '@/actions/raiseTicket'
import { reportFault } from '@/actions/reportFault'
import { setOut } from '@/actions/setOut'
import { takeBack } from '@/actions/takeBack'
import { withdrawTicket } from '@/actions/withdrawTicket'
import { documentsOf } from '@/db/documents'
import type { EventOperation, Operation } from '@/domain/types'
import { clientTicketId, problemId } from '@/rules/ids'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, TICKET } from '../support/world'

let phone: TestPhone
const ticket = { id: TICKET }

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
})

async function last(): Promise<Operation> {
  const entry = await phone.db.outbox.orderBy('n').last()
  if (entry === undefined) throw new Error('nothing was written')
  return entry.body
}
const seen = () => phone.view('ticket', TICKET)
const me = () => phone.person_id

describe('a ticket handled without a network', () => {
  it('shows each step at once, and each has seen the one before', async () => {
    await acceptTicket(ticket)
    expect(await seen()).toMatchObject({ step: 'accepted', assignee_ids: expect.arrayContaining([me()]) })
    await setOut(ticket)
    await arriveAtTicket({ id: TICKET, asset_id: 'a1' }, null)
    expect(await seen()).toMatchObject({ step: 'arrived' })
    await diagnoseTicket(ticket, { cause: '轴承磨损', text: null, complexity: 'complex' })
    expect(await seen()).toMatchObject({ step: 'diagnosed', complexity: 'complex' })
    const ops = await phone.db.outbox.orderBy('n').toArray()
    const afters = ops.slice(1).map(({ body }) => ('after' in body ? body.after : null))
    expect(afters).toEqual(ops.slice(0, -1).map(({ op }) => [op]))
  })

  it('takes a mistaken press back', async () => {
    await setOut(ticket)
    const { op } = await last()
    await takeBack(ticket, { id: op }, '按错了')
    expect(await seen()).toMatchObject({ step: 'waiting' })
    expect(await last()).toMatchObject({ name: 'take_back', args: { event: op, reason: '按错了' }, after: [op] })
    await expect(takeBack(ticket, { id: 'e-nowhere' }, 'x')).rejects.toThrow('not_found')
  })

  it('is handed over: the work begins anew, with others', async () => {
    await acceptTicket(ticket)
    await handOverTicket(ticket, '换过保险丝', 'p-ben')
    expect(await seen()).toMatchObject({ step: 'waiting', assignee_ids: ['p-ben'] })
  })

  it('is escalated, paused and withdrawn', async () => {
    await escalateTicket(ticket, { to_tier: 3, tried: '换板卡无效', reason: null })
    expect(await seen()).toMatchObject({ tier: 3 })
    await pauseTicket(ticket, { reason: 'waiting_part', text: null })
    expect(await last()).toMatchObject({ name: 'pause_ticket', args: { reason: 'waiting_part' } })
    await withdrawTicket(ticket, '重复登记')
    expect(await seen()).toMatchObject({ state: 'withdrawn', is_open: false })
  })

  it('leaves a problem over', async () => {
    await raiseProblem(ticket, { title: '电池组老化', text: null })
    const { op } = await last()
    expect(await phone.view('problem', problemId(op))).toMatchObject({ ticket_id: TICKET, title: '电池组老化', state: 'open' })
  })
})

describe('a ticket raised without a network', () => {
  it('is there at once, without a number, and is worked on', async () => {
    const id = await raiseTicket('p1', { source: 'engineer', title: '光缆被挖断', severity: 1, asset_id: 'a1' })
    expect(await phone.view('ticket', id)).toMatchObject({ number: null, state: 'raised', title_zh: '光缆被挖断', severity: 1, step: 'waiting' })
    const raised = (await last()) as EventOperation
    expect(raised).toMatchObject({ name: 'raise_ticket', doc: id, after: [], args: { project_id: 'p1', source: 'engineer', asset_id: 'a1' } })
    await acceptTicket({ id })
    expect(await phone.view('ticket', id)).toMatchObject({ step: 'accepted', assignee_ids: ['anna'] })
    const names = (await documentsOf(phone.db, 'ticket_event', 'ticket_id', id)).map(({ name }) => name)
    expect(names.sort()).toEqual(['accepted', 'answered', 'raised'])
  })

  it('refuses a title that the server would not keep', async () => {
    await expect(raiseTicket('p1', { source: 'call', title: '长'.repeat(121) })).rejects.toThrow('too_long')
  })

  it('is among a client’s own when they report it', async () => {
    const report = { title: '大屏黑了', description: null, code: null, reporter_name: null, reporter_phone: null }
    const id = await reportFault('p1', report)
    expect(await phone.view('client_ticket', clientTicketId(id))).toMatchObject({ ticket_id: id, state: 'raised', number: null })
  })
})
