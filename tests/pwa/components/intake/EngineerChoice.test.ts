import { afterEach, expect, it, vi } from 'vitest'
import { nextTick, shallowRef } from 'vue'
import EngineerChoice from '@/components/intake/EngineerChoice.vue'
import type { Proposal } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'

const answer = vi.hoisted(() => ({ proposal: null as unknown }))
vi.mock('@/composables/useProposal', () => ({ useProposal: () => answer.proposal }))
vi.mock('@/composables/useMembers', () => ({ useMembers: () => shallowRef([]) }))

afterEach(() => {
  document.body.innerHTML = ''
})

it('means the engineer proposed last while a new proposal is on its way (regression)', async () => {
  const best = { person_id: 'anna', display_name_zh: '维护工程师01', display_name_en: 'Engineer 01', reasons: [] }
  const proposal = shallowRef<Proposal | null>({ candidates: [best] } as unknown as Proposal)
  answer.proposal = proposal
  const { wrapper } = await mountScreen(EngineerChoice, { props: { assetId: 'ups', severity: 3, modelValue: null } })
  proposal.value = null
  await nextTick()
  expect((wrapper.vm as unknown as { meant: string }).meant).toBe('anna')
  expect(wrapper.get('[aria-checked=true]').text()).toContain('维护工程师01')
})
