import { afterEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import BoardDecisions from '@/components/board/BoardDecisions.vue'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ roles: ['supervisor'] }))
vi.mock('@/composables/useSession', () => ({
  useSession: () => ({ can: (...asked: string[]) => asked.some((role) => held.roles.includes(role)), projectId: ref('p'), projects: ref([]), person: ref(null), roles: ref([]) }),
}))
afterEach(() => { held.roles = ['supervisor'] })

const NONE = { reviews: 0, conflicts: 0, parked: 0, closures: 0, certificates: 0 }

describe('what needs a decision', () => {
  it('is counted, and only what there is', async () => {
    const { wrapper } = await mountScreen(BoardDecisions, { props: { decisions: { ...NONE, reviews: 3, closures: 1_000 }, silent: 2 } })
    expect(wrapper.findAll('li').map((one) => one.text())).toEqual(['3轮等复核', '999+张工单等甲方确认', '2台手机久未露面，可能存着巡检'])
  })
  it('leaves to the supervisor what is theirs to decide', async () => {
    held.roles = ['desk']
    const { wrapper } = await mountScreen(BoardDecisions, { props: { decisions: { ...NONE, reviews: 3, conflicts: 1, closures: 4 }, silent: 0 } })
    expect(wrapper.findAll('li').map((one) => one.text())).toEqual(['4张工单等甲方确认'])
  })
  it('says when nothing waits', async () => {
    const { wrapper } = await mountScreen(BoardDecisions, { props: { decisions: NONE, silent: 0 } })
    expect(wrapper.text()).toContain('没有等着定的事')
  })
})
