import { afterEach, describe, expect, it } from 'vitest'
import RepairPhotos from '@/components/tickets/handling/RepairPhotos.vue'
import StepList from '@/components/tickets/handling/StepList.vue'
import DeadlineCard from '@/components/tickets/handling/DeadlineCard.vue'
import type { TicketClock, TicketView } from '@/domain/types'
import { mountScreen } from '../../../support/mountScreen'
import { aTicket } from '../../review/aReview'

afterEach(() => {
  document.body.innerHTML = ''
})

const LATE = { key: 'arrival', milestone: 'arrival', limit_minutes: 120, counts_from: 'registration', started_at: '2020-01-01T00:00:00.000Z', due_at: '2020-01-01T02:00:00.000Z', met_at: null, paused_since: null, paused_minutes: 0, state: 'running' }
const MET = { ...LATE, key: 'dispatch', state: 'met', due_at: '2020-01-01T00:30:00.000Z', met_at: '2020-01-01T00:09:00.000Z', limit_minutes: 30 }
const WAITING = { ...LATE, key: 'diagnosis', state: 'waiting', counts_from: 'arrival', started_at: null, due_at: null, limit_minutes: 60 }
const CLOCKS = [MET, LATE, WAITING] as unknown as readonly TicketClock[]
const view = { ticket: aTicket('t1', { clocks: CLOCKS, tier: 2 }), photos: [], events: [], state: 'confirmed', assignees: [] } as unknown as TicketView

describe('a ticket that is handled', () => {
  it('has a place for photos of before and after', async () => {
    const { wrapper } = await mountScreen(RepairPhotos, { props: { view } })
    expect(wrapper.findAll('h2').map((one) => one.text())).toEqual(['处理前的照片', '处理后的照片'])
    expect(wrapper.findAll('button').map((one) => one.text())).toEqual(['拍照', '拍照'])
  })
  it('shows the clock that is past its limit with a minus, and who has it now', async () => {
    const { wrapper } = await mountScreen(DeadlineCard, { props: { view } })
    expect(wrapper.text()).toContain('抵达现场，已超')
    expect(wrapper.get('[role=timer]').text()).toMatch(/^−\d+ 天 \d+ 小时$/)
    expect(wrapper.text()).toContain('现在由二线处理')
  })
  it('lists each limit with what it took, what is left or what it counts from', async () => {
    const { wrapper } = await mountScreen(StepList, { props: { view } })
    const rows = wrapper.findAll('li').map((row) => row.text().replace(/\s+/g, ' '))
    expect(rows[0]).toContain('9 分 / 限 30')
    expect(rows[2]).toContain('到场后 60 分')
  })
})
