import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useReadingWords } from '@/components/items/readingWords'
import { mountScreen } from '../../support/mountScreen'

async function daysOf(...days: string[]): Promise<string[]> {
  let words!: ReturnType<typeof useReadingWords>
  await mountScreen(defineComponent({ setup() { words = useReadingWords(); return () => h('i') } }))
  return words.days(days.map((day) => ({ at: `${day}T12:00:00+08:00` })))
}

describe('the days under a line of readings', () => {
  it('are numbers within one month', async () => {
    expect(await daysOf('2026-11-17', '2026-11-18', '2026-11-19')).toEqual(['17', '18', '19'])
    expect(await daysOf('2026-11-17')).toEqual(['17'])
  })
  it('name the month only where it turns, so that they stay apart', async () => {
    expect(await daysOf('2026-11-28', '2026-11-29', '2026-11-30', '2026-12-01', '2026-12-02')).toEqual(['28', '29', '30', '12-01', '2'])
  })
  it('name every month of quarterly rounds', async () => {
    expect(await daysOf('2026-03-04', '2026-06-05', '2026-09-04')).toEqual(['03-04', '06-05', '09-04'])
  })
})
