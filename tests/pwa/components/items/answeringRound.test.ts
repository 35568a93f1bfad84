import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import { answerItem } from '@/actions/answerItem'
import { provideAnswering, voidsSignature, type AnsweringRound } from '@/components/items/answeringRound'
import type { PageSaving } from '@/components/items/pageSaving'
import type { ResignRule, RoundBook, Template } from '@/domain/types'
import { anItem } from '../review/aReview'
import { bookOf, cellOf } from './aCell'

vi.mock('@/actions/answerItem', () => ({ answerItem: vi.fn() }))
const quiet_drafts = ref(false)
const saving = { quiet_drafts, save: async (_key: string, write: () => Promise<unknown>) => (await write(), 'saved') } as unknown as PageSaving
const cell = cellOf(anItem('fan', 6), { value: 'normal' })

function signedBook(resign: ResignRule, stands = true): RoundBook {
  const signed = { engineer: null, client: null, engineer_stands: stands, client_stands: stands, opinions: [] }
  return bookOf([], { signed, template: { resign } as Template })
}
function answering(book: RoundBook): AnsweringRound {
  const provided: { value: AnsweringRound | null } = { value: null }
  mount({ setup: () => void (provided.value = provideAnswering(ref('round-1'), shallowRef(book), saving)), render: () => null })
  if (!provided.value) throw new Error('not mounted')
  return provided.value
}

beforeEach(() => vi.mocked(answerItem).mockReset())

describe('a change after both have signed', () => {
  it('is asked about before it is made', async () => {
    const round = answering(signedBook('on_finding_change'))
    const change = round.answer(cell, { value: 'abnormal' })
    await Promise.resolve()
    expect(round.asking.value).toBe(true)
    expect(quiet_drafts.value).toBe(true)
    expect(answerItem).not.toHaveBeenCalled()
    round.decide(true)
    expect(await change).toBe('saved')
  })
  it('is left when the person leaves it', async () => {
    const round = answering(signedBook('always'))
    const change = round.answer(cell, { remark: '已清灰' })
    await Promise.resolve()
    round.decide(false)
    expect(await change).toBe('declined')
    expect(answerItem).not.toHaveBeenCalled()
  })
  it('is asked about once a visit', async () => {
    const round = answering(signedBook('always'))
    const first = round.answer(cell, { value: 'abnormal' })
    await Promise.resolve()
    round.decide(true)
    await first
    expect(await round.answer(cell, { severity: 3 })).toBe('saved')
  })
  it('that voids nothing is not asked about', async () => {
    expect(await answering(signedBook('on_finding_change')).answer(cell, { remark: '已清灰' })).toBe('saved')
    expect(await answering(signedBook('never')).answer(cell, { value: 'abnormal' })).toBe('saved')
    expect(await answering(signedBook('always', false)).answer(cell, { value: 'abnormal' })).toBe('saved')
  })
})

it.each([
  ['never', ['value'], false],
  ['on_finding_change', ['severity'], true],
  ['on_finding_change', ['remark', 'indication'], false],
  ['always', ['remark'], true],
] as const)('%s: changing %s voids: %s', (resign, fields, voids) => expect(voidsSignature(resign, fields)).toBe(voids))
