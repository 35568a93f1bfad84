import { describe, expect, it } from 'vitest'
import { circled, useFindingWords } from '@/components/finish/findingWords'
import { mountScreen } from '../../support/mountScreen'
import { anItem } from '../review/aReview'
import { cellOf, reading } from '../items/aCell'

async function words(language: 'zh-CN' | 'en' = 'zh-CN') {
  const held: { words: ReturnType<typeof useFindingWords> | null } = { words: null }
  await mountScreen({ setup: () => void (held.words = useFindingWords()), render: () => null }, { language })
  if (!held.words) throw new Error('not mounted')
  return held.words
}
const fan = cellOf(anItem('fan', 6, { title_zh: '风扇与滤网', title_en: 'Fan and filter' }), { value: 'abnormal', severity: 3, seen: '异响，积灰' })
const hot = cellOf(reading({ title_zh: '电池表面温度', title_en: 'Battery temperature' }), { value: 'abnormal', severity: 3, reading: '31.8' })

describe('a finding in words', () => {
  it('has its code and its level on the record', async () => {
    expect((await words()).forRecord(fan)).toBe('UPS-01 风扇与滤网：异响，积灰（III级）')
  })
  it('has neither code nor ticket for the client', async () => {
    expect((await words()).forClient(fan)).toBe('UPS主机，风扇与滤网：异响，积灰（较大）。')
    expect((await words('en')).forClient(fan)).toBe('UPS host, Fan and filter: 异响，积灰 (Moderate).')
  })
  it('says what a reading is and what it would be', async () => {
    expect((await words()).what(hot)).toBe('电池表面温度 31.8 ℃，应为 15–30 ℃')
  })
  it('is numbered among several, not alone', async () => {
    const { numbered, forRecord } = await words()
    expect(numbered([fan], forRecord)).toBe('UPS-01 风扇与滤网：异响，积灰（III级）')
    expect(numbered([fan, hot], forRecord).split('\n').map((line) => line[0])).toEqual(['①', '②'])
  })
  it('leaves no number for what nobody wrote', async () => {
    expect((await words()).numbered([fan, hot], (cell) => (cell === hot ? '已调低空调' : ''))).toBe('② 已调低空调')
  })
})
it('circles numbers up to twenty', () => expect([1, 20, 21].map(circled)).toEqual(['①', '⑳', '(21)']))
