import { describe, expect, it } from 'vitest'
import { choose, EMPTY_FORM } from '@/components/signing/clientForm'
import SignerChoice from '@/components/signing/SignerChoice.vue'
import type { Member } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'

const officer = (n: number): Member => ({
  id: `m${n}`, person_id: `p${n}`, display_name_zh: `甲方值班员0${n}`, display_name_en: `Officer 0${n}`, roles: ['client'],
  title_zh: null, title_en: null, phone: `138 0000 000${n}`, skills: [],
})
const clients = [officer(1), officer(2)]

describe('who signs', () => {
  it('is nobody until somebody is chosen', async () => {
    const { wrapper } = await mountScreen(SignerChoice, { props: { form: EMPTY_FORM, clients } })
    expect(wrapper.findAll('[aria-checked="true"]')).toEqual([])
  })
  it('is chosen by one press', async () => {
    const { wrapper } = await mountScreen(SignerChoice, { props: { form: EMPTY_FORM, clients } })
    await wrapper.findAll('[role="radio"]')[1]?.trigger('click')
    expect(wrapper.emitted('choose')).toEqual([['m2']])
  })
  it('shows no phone number but the chosen one’s', async () => {
    const { wrapper } = await mountScreen(SignerChoice, { props: { form: choose(EMPTY_FORM, officer(1)), clients } })
    expect(wrapper.html()).not.toContain('138 0000 0002')
    expect(wrapper.get<HTMLInputElement>('input[type="tel"]').element.value).toBe('138 0000 0001')
  })
  it('may be somebody who is not on the list', async () => {
    const { wrapper } = await mountScreen(SignerChoice, { props: { form: choose(EMPTY_FORM, null), clients } })
    await wrapper.get('.field input').setValue('王主任')
    expect(wrapper.emitted('set')).toEqual([[{ other_name: '王主任' }]])
  })
})
