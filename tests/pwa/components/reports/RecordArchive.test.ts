import { afterEach, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import RecordArchive from '@/components/reports/RecordArchive.vue'
import type { SealedRound } from '@/domain/types'
import { mountScreen } from '../../support/mountScreen'
import { anAsset, aRound } from '../review/aReview'

const held = vi.hoisted(() => ({ rounds: [] as unknown[], roles: ['engineer'] }))
vi.mock('@/composables/useSealedRounds', () => ({ useSealedRounds: () => ref(held.rounds) }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ can: (...asked: string[]) => asked.some((role) => held.roles.includes(role)), projectId: ref('p'), projects: ref([]), person: ref(null), roles: ref([]) }),
}))
afterEach(() => {
  document.body.innerHTML = ''
})

const sealed = (id: string, day: string): SealedRound => ({
  round: aRound({ id, occurrence_date: day, state: 'sealed', sealed_at: `${day}T08:00:00Z`, seal_hash: 'f'.repeat(64), number: `XJ-${id}` }),
  place: null, assets: [anAsset('ups-01')], staff: [], findings: [],
})

it('an engineer finds a past record by its number and opens its PDF', async () => {
  Object.assign(held, { rounds: [sealed('r-1', '2026-11-20'), sealed('r-2', '2026-11-21')], roles: ['engineer'] })
  const { wrapper } = await mountScreen(RecordArchive)
  expect(wrapper.findAll('li')).toHaveLength(2)
  await wrapper.get('input[type=search]').setValue('xj-r-2')
  const [row, ...rest] = wrapper.findAll('li')
  expect(rest).toEqual([])
  expect(row?.findAll('a').map((link) => link.attributes('href'))).toEqual([
    '/api/rounds/r-2/record.pdf?lang=zh-CN', '/api/rounds/r-2/record.pdf?lang=both', `/verify/r-2?h=${'f'.repeat(16)}`,
  ])
})

it('a supervisor gets to the round itself as well', async () => {
  Object.assign(held, { rounds: [sealed('r-1', '2026-11-20')], roles: ['supervisor'] })
  const { wrapper } = await mountScreen(RecordArchive)
  expect(wrapper.findAll('a').map((link) => link.attributes('href'))).toContain('/review/r-1')
})

it('a year of records is shown by parts, newest first', async () => {
  held.rounds = Array.from({ length: 60 }, (_, at) => sealed(`r-${at}`, '2026-11-20'))
  const { wrapper } = await mountScreen(RecordArchive)
  expect(wrapper.findAll('li')).toHaveLength(40)
  await wrapper.findAll('button').find((button) => button.text().includes('还有 20 份'))?.trigger('click')
  expect(wrapper.findAll('li')).toHaveLength(60)
})

it('nothing sealed yet is said, with what makes a record', async () => {
  held.rounds = []
  const { wrapper } = await mountScreen(RecordArchive)
  expect(wrapper.text()).toContain('还没有封存的记录')
})
