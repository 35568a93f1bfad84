import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { agreeAsClient, refuseAsClient } from '@/actions/sayAsClient'
import type { JsonObject } from '@/domain/types'
import * as current from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, TICKET } from '../support/world'

const ROW = 'ct1'
let phone: TestPhone

beforeEach(async () => {
  const server = makeServer()
  const shown: JsonObject = {
    ticket_id: TICKET, number: 'GD-0001', title_zh: '灯异常', title_en: 'Lamp', severity: 3, state: 'resolved', step: 'resolved',
    reported_at: '2026-11-01T00:00:00Z', due_at: null, result: '换了灯', confirmation: 'asked', heads: ['e7', 'e8'],
  }
  server.insert(ROW, 'client_ticket', 'project:p1', shown)
  phone = await TestPhone.of(server, 'liu')
  await phone.sync()
  phone.use()
  vi.spyOn(current, 'askForSync').mockImplementation(() => undefined)
})
afterEach(() => { current.currentPhone.value = null })

const last = async () => (await phone.db.outbox.orderBy('n').last())?.body

describe('a client’s word without a network', () => {
  it('closes the ticket on the phone at once, and stands on what the client was shown', async () => {
    await agreeAsClient({ id: ROW }, { name: '刘', text: null, rating: 4 })
    expect(await last()).toMatchObject({ name: 'confirm_closure', doc: TICKET, after: ['e7', 'e8'], args: { name: '刘', text: null, rating: 4 } })
    expect(await phone.view('client_ticket', ROW)).toMatchObject({ state: 'closed', confirmation: 'confirmed' })
  })

  it('or opens it again, with the reason', async () => {
    await refuseAsClient({ id: ROW }, { name: '刘', reason: '还在闪' })
    expect(await last()).toMatchObject({ name: 'refuse_closure', doc: TICKET, after: ['e7', 'e8'], args: { name: '刘', reason: '还在闪' } })
    expect(await phone.view('client_ticket', ROW)).toMatchObject({ state: 'confirmed', confirmation: 'refused', result: null })
  })
})
