import { describe, expect, it } from 'vitest'
import ChoiceGroup from '@/components/ChoiceGroup.vue'
import { mountScreen } from '../../support/mountScreen'

const OPTIONS = ['auto', 'light', 'dark'].map((value) => ({ value, label: value }))
const group = (modelValue: string | null) => mountScreen(ChoiceGroup, { props: { options: OPTIONS, modelValue, label: 'theme' } })

describe('a choice', () => {
  it('is a radiogroup with one stop of the Tab key', async () => {
    const { wrapper } = await group('light')
    expect(wrapper.get('[role=radiogroup]').attributes('aria-label')).toBe('theme')
    expect(wrapper.findAll('[role=radio]').map((each) => [each.attributes('aria-checked'), each.attributes('tabindex')])).toEqual([
      ['false', '-1'], ['true', '0'], ['false', '-1'],
    ])
  })
  it('preselects nothing', async () => {
    const { wrapper } = await group(null)
    expect(wrapper.findAll('[aria-checked=true]')).toHaveLength(0)
    expect(wrapper.findAll('[tabindex="0"]')).toHaveLength(1)
  })
  it('moves with the arrow keys and wraps', async () => {
    const { wrapper } = await group('dark')
    await wrapper.findAll('button')[2]?.trigger('keydown', { key: 'ArrowRight' })
    expect(wrapper.emitted('update:modelValue')).toEqual([['auto']])
    expect(document.activeElement).toBe(wrapper.findAll('button')[0]?.element)
  })
  it('tells a second press of the chosen one apart', async () => {
    const { wrapper } = await group('dark')
    await wrapper.findAll('button')[2]?.trigger('click')
    expect(wrapper.emitted()).toMatchObject({ again: [['dark']] })
    expect(wrapper.emitted('update:modelValue')).toBeUndefined()
  })
})
