import { afterEach, describe, expect, it } from 'vitest'
import FindingCard from '@/components/tickets/FindingCard.vue'
import type { Answer, Finding } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'
import { anAnswer } from '../review/aReview'

afterEach(() => {
  document.body.innerHTML = ''
})

const FAN: Finding = {
  id: 'f1', ticket_id: 't1', round_id: null, asset_id: 'ups-01', check_key: 'fan', answer_id: 'a1', found_at: '2026-11-22T06:06:00.000Z',
  severity: 3, text: '左侧风扇间歇异响', indication: '面板无告警', actual: '约每 10 秒一次', reading: null, state: 'open',
}

async function linesOf(finding: Finding, answer: Answer | null = null): Promise<string[]> {
  const { wrapper } = await mountScreen(FindingCard, { props: { view: { finding, round: null, answer, photos: [] }, item: null } })
  return wrapper.findAll('p.keep').map((line) => line.text().replace(/\s+/g, ' '))
}

describe('a finding on its ticket', () => {
  it('shows what was seen, 指示 and 实际, without the round on this phone', async () => {
    expect(await linesOf(FAN)).toEqual(['左侧风扇间歇异响', '指示 面板无告警', '实际 约每 10 秒一次'])
  })

  it('says a measured value once, by its name, when nothing else was written', async () => {
    expect(await linesOf({ ...FAN, text: '11.2 V', indication: null, actual: '11.2 V' })).toEqual(['实际 11.2 V'])
  })

  it('takes them from its answer when it came before findings carried them', async () => {
    const { indication: _, actual: __, ...before } = FAN
    const lines = await linesOf(before as Finding, anAnswer('a1', { indication: '绿灯', actual: '正常' }))
    expect(lines).toEqual(['左侧风扇间歇异响', '指示 绿灯', '实际 正常'])
  })
})
