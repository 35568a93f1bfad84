import { afterEach, expect, it } from 'vitest'
import CodeChoices from '@/screens/scan/CodeChoices.vue'
import type { CodeChoice } from '@/screens/scan/useChoices'
import { mountScreen } from '../../support/mountScreen'

afterEach(() => {
  document.body.innerHTML = ''
})
const ADDRESS = 'https://rounds.example.com/t/7K3M2QA#ABCDEFGHIJKLMNOP'

it('a code that is still being looked up is said to be, not shown as an address', async () => {
  const choices: CodeChoice[] = [{ text: ADDRESS, number: 1, result: null, hint: { kind: 'record' } }]
  const { wrapper } = await mountScreen(CodeChoices, { props: { choices } })
  expect(wrapper.text()).toContain('正在认这个码')
  expect(wrapper.text()).not.toContain('example.com')
})

it('a foreign code shows what is written in it', async () => {
  const choices: CodeChoice[] = [{ text: ADDRESS, number: 2, result: { kind: 'foreign', text: ADDRESS, forged: false }, hint: { kind: 'foreign' } }]
  const { wrapper } = await mountScreen(CodeChoices, { props: { choices } })
  expect(wrapper.text()).toContain(ADDRESS)
})
