import { describe, expect, it } from 'vitest'
import { searchHere } from '@/composables/archive/searchHere'
import type { Finding, Member, SealedRound } from '@/domain/types'
import { anAsset, aRoom, aRound } from '../../components/review/aReview'

const WALKER: Member = {
  id: 'm', person_id: 'p', display_name_zh: '维护工程师01', display_name_en: 'Engineer 01', roles: ['engineer'], title_zh: null, title_en: null, phone: null, skills: [],
}
const NOISE: Finding = {
  id: 'f', ticket_id: 't', round_id: 'r', asset_id: 'ups-01', check_key: 'fan', answer_id: 'a', found_at: '', severity: 3, text: '风扇异响',
  indication: null, actual: '滤网积灰', reading: null, state: 'open',
}
const sealed = (id: string, day: string, with_: Partial<SealedRound> = {}): SealedRound => ({
  round: aRound({ id, occurrence_date: day, number: `XJ-${id}` }), place: aRoom('A', 'A机房'), assets: [anAsset('ups-01')], staff: [WALKER], findings: [], ...with_,
})
const NOVEMBER = sealed('n', '2026-11-20', { findings: [NOISE] })
const OCTOBER = sealed('o', '2026-10-02', { assets: [anAsset('cam-07', { name_zh: '前端摄像机', name_en: 'Camera' })] })
const ALL = [NOVEMBER, OCTOBER]
const found = (text: string, month = ''): string[] => searchHere(ALL, { month, text }).records.map(({ round_id }) => round_id)

describe('the archive as this device can tell it', () => {
  it('offers the months that it has, newest first', () => {
    expect(searchHere([OCTOBER, NOVEMBER, NOVEMBER], { month: '2026-10', text: '' })).toMatchObject({ months: ['2026-11', '2026-10'], total: 3, found: 1 })
  })

  it('is narrowed to a month', () => {
    expect([found('', '2026-10'), found('', '')]).toEqual([['o'], ['n', 'o']])
  })

  it.each(['摄像机', 'CAM-07', 'camera', 'xj-o', '2026-10-02'])('finds a record by %s', (text) => {
    expect(found(text)).toEqual(['o'])
  })

  it('finds a fault by what was seen or measured, and a person by name', () => {
    expect([found('异响'), found('积灰'), found('工程师01')]).toEqual([['n'], ['n'], ['n', 'o']])
  })

  it('wants every word, wherever it stands', () => {
    expect([found('ups-01 异响'), found('ups-01 摄像机')]).toEqual([['n'], []])
  })
})
