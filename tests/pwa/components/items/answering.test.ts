import { describe, expect, it } from 'vitest'
import { judged, measured, needsOverrule, unmeasurable } from '@/components/items/answering'
import { anAnswer } from '../review/aReview'
import { reading } from './aCell'

const answer = (with_: Parameters<typeof anAnswer>[1]) => anAnswer('a', { value: null, ...with_ })

describe('a judgement', () => {
  it('sets only its value on a fresh item', () => expect(judged(null, 'abnormal')).toEqual({ value: 'abnormal' }))
  it('takes the severity away when it is no finding any more', () => {
    expect(judged(answer({ value: 'abnormal', severity: 3 }), 'normal')).toEqual({ value: 'normal', severity: null })
  })
  it('takes the reason for n.a. away when it applies', () => {
    expect(judged(answer({ value: 'not_applicable', na_reason: '送修中' }), 'normal')).toEqual({ value: 'normal', na_reason: null })
  })
})

describe('a reading', () => {
  it('inside its limits is normal by itself', () => expect(measured(reading(), null, '27.9')).toEqual({ reading: '27.9', value: 'normal' }))
  it('outside its limits is abnormal by itself', () => {
    expect(measured(reading(), null, '31.8')).toEqual({ reading: '31.8', value: 'abnormal' })
    expect(measured(reading(), null, '-3')).toMatchObject({ value: 'abnormal' })
  })
  it('without limits judges nothing', () => expect(measured(reading({ low: null, high: null }), null, '31.8')).toEqual({ reading: '31.8' }))
  it('measured again inside the limits takes the finding back', () => {
    const before = answer({ value: 'abnormal', severity: 3, reading: '31.8' })
    expect(measured(reading(), before, '27.0')).toEqual({ reading: '27.0', value: 'normal', severity: null })
  })
  it('leaves a finding that the person made', () => {
    const before = answer({ value: 'abnormal', severity: 3, reading: '27.9', seen: '表壳鼓包' })
    expect(measured(reading(), before, '28.0')).toEqual({ reading: '28.0' })
  })
  it('takes the reason away why it could not be measured', () => {
    expect(measured(reading(), answer({ unmeasurable_reason: '够不着' }), '28')).toMatchObject({ unmeasurable_reason: null })
  })
})

it('goes with what was judged from it, when it cannot be measured after all', () => {
  const before = answer({ value: 'abnormal', severity: 2, reading: '99' })
  expect(unmeasurable(before, '没有仪表')).toEqual({ unmeasurable_reason: '没有仪表', reading: null, value: null, severity: null })
})
it('needs a reason when it is called normal outside its limits', () => {
  expect(needsOverrule(reading(), answer({ value: 'normal', reading: '31.8' }))).toBe(true)
  expect(needsOverrule(reading(), answer({ value: 'abnormal', reading: '31.8' }))).toBe(false)
})
