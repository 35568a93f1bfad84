import { expect, it } from 'vitest'
import SeverityChoice from '@/components/items/SeverityChoice.vue'
import { mountScreen } from '../../support/mountScreen'

it('preselects no level', async () => {
  const { wrapper } = await mountScreen(SeverityChoice, { props: { value: null } })
  expect(wrapper.findAll('[aria-checked="true"]')).toEqual([])
  expect(wrapper.text()).toContain('请选一级')
})
it('says what the chosen level means', async () => {
  const { wrapper } = await mountScreen(SeverityChoice, { props: { value: 3 }, language: 'en' })
  expect(wrapper.get('[role="status"]').text()).toBe('Non-key systems affected')
})
it('is walked with the arrow keys', async () => {
  const { wrapper } = await mountScreen(SeverityChoice, { props: { value: 3 } })
  await wrapper.findAll('[role="radio"]')[2]?.trigger('keydown', { key: 'ArrowRight' })
  expect(wrapper.emitted('choose')).toEqual([[4]])
})
