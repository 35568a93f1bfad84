import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, shallowRef } from 'vue'
import type { Decision, JsonObject, SlaPolicy } from '@/domain/types'
import { defaultPolicy } from '@/rules/defaultPolicy'
import ClockPolicyScreen from '@/screens/settings/ClockPolicyScreen.vue'
import { mountScreen } from '../../support/mountScreen'

const held = vi.hoisted(() => ({ versions: null as unknown as { value: readonly SlaPolicy[] | null }, answer: { outcome: 'applied' } as Decision, asked: [] as unknown[][] }))
vi.mock('@/composables/usePolicies', () => ({ usePolicies: () => held.versions }))
vi.mock('@/composables/useClock', () => ({ useClock: () => ref(new Date('2026-11-22T15:10:00+08:00')) }))
vi.mock('@/composables/useMembers', () => ({ useMembers: () => ref([{ id: 'm1', person_id: 'chief', display_name_zh: '周经理', display_name_en: 'Zhou' }]) }))
vi.mock('@/composables/useSession', () => ({ useSession: () => ({ projectId: ref('p1'), projects: ref([]), person: ref(null), can: () => true }) }))
vi.mock('@/actions/changePolicy', () => ({ changePolicy: (...asked: unknown[]) => (held.asked.push(asked), Promise.resolve(held.answer)) }))

const contract = defaultPolicy() as unknown as JsonObject
const version = (n: number, over: JsonObject = {}): SlaPolicy => ({ id: `v${n}`, version: n, valid_from: `2026-11-2${n}T01:00:00Z`, changed_by: 'chief', body: { ...contract, ...over } })

async function opened(versions: readonly SlaPolicy[] = [], language: 'zh-CN' | 'en' = 'zh-CN') {
  held.versions = shallowRef(versions)
  const { wrapper } = await mountScreen(ClockPolicyScreen, { language })
  const box = (label: string, nth = 0) => {
    const found = wrapper.findAll('label').filter((one) => one.text() === label)[nth]
    return wrapper.find(`[id="${found?.attributes('for') ?? ''}"]`)
  }
  async function save(): Promise<JsonObject> {
    await wrapper.find('button.p').trigger('click')
    await flushPromises()
    return held.asked.at(-1)?.[1] as JsonObject
  }
  return { wrapper, box, save }
}

beforeEach(() => {
  Object.assign(held, { answer: { outcome: 'applied' }, asked: [] })
  document.body.innerHTML = ''
})

describe('the clock policy as a form', () => {
  it('begins with the contract’s limits, and saves what was typed as the next version', async () => {
    const { box, save, wrapper } = await opened()
    expect((box('I级·抵达现场').element as HTMLInputElement).value).toBe('120')
    await box('I级·抵达现场').setValue('90')
    await box('所有级别').setValue('50， 80，100')
    await box('甲方不答复，几天后自动确认').setValue('7')
    expect(wrapper.find('button.p').text()).toBe('存为第 1 版')
    const body = await save()
    expect(body).toMatchObject({ matrix: { 1: { arrival: 90, dispatch: 30 } }, thresholds: { default: [50, 80, 100] }, auto_confirm_days: 7 })
    expect(held.asked[0]?.[2]).toEqual([])
    expect(wrapper.text()).toContain('已存为第')
  })

  it('sends nothing else than it was given where nothing was typed', async () => {
    const { save } = await opened([version(1, { escalate_at: 120 })])
    expect(await save()).toEqual({ ...contract, escalate_at: 120 })
  })

  it('shows what makes no sense at its field and by its name', async () => {
    held.answer = {
      outcome: 'parked', code: 'invalid', reason: 'policy_makes_no_sense', message: null,
      details: { problems: [{ field: 'matrix.1.arrival', reason: 'longer_than_lesser_severity' }, { field: 'thresholds.default.1', reason: 'out_of_range' }] },
    }
    const { wrapper, box, save } = await opened()
    await box('I级·抵达现场').setValue('很快')
    expect(await save()).toMatchObject({ matrix: { 1: { arrival: '很快' } } })
    expect(wrapper.find('[role=alert]').text()).toContain('I级·抵达现场：更严重的级别不能比轻的还长')
    expect(box('I级·抵达现场').attributes('aria-invalid')).toBe('true')
    expect(box('所有级别').attributes('aria-invalid')).toBe('true')
    expect(wrapper.text()).toContain('数太小或太大')
    await box('I级·抵达现场').setValue('100')
    expect(box('I级·抵达现场').attributes('aria-invalid')).toBeUndefined()
    expect(wrapper.text()).not.toMatch(/policy\.|undefined/)
  })

  it('fills in the holidays of the year, and a day can be taken out again', async () => {
    const { wrapper, save } = await opened()
    await wrapper.findAll('button').find((one) => one.text().includes('填入 2026 年'))?.trigger('click')
    await wrapper.find('[aria-label="去掉 2026-10-07"]').trigger('click')
    const { calendar } = await save()
    const days = (calendar as JsonObject)['days'] as JsonObject
    expect(days['2026-10-10']).toBe('working')
    expect(days['2026-10-07']).toBeUndefined()
  })

  it('lists every version with who, when and what it changed', async () => {
    const two = [version(2, { auto_confirm_days: 7, matrix: { ...(contract['matrix'] as JsonObject), 1: { arrival: 90 } } }), version(1)]
    const { wrapper } = await opened(two)
    expect(wrapper.text()).toContain('第 2 版')
    expect(wrapper.text()).toContain('周经理')
    expect(wrapper.text()).toContain('I级·抵达现场：2 小时 → 90 分钟')
    expect(wrapper.text()).toContain('甲方不答复，几天后自动确认：从不 → 7 天')
    const english = await opened(two, 'en')
    expect(english.wrapper.text()).toContain('Arrival: 2 h → 90 min')
    expect(english.wrapper.text()).not.toContain('policy.')
  })

  it('shows a version that comes before anything was typed, and decides on it', async () => {
    const { wrapper, box, save } = await opened([])
    held.versions.value = [version(1, { repeat_window_days: 12 })]
    await flushPromises()
    expect(wrapper.text()).not.toContain('别人已存了')
    expect((box('几天内同样故障算重复报修').element as HTMLInputElement).value).toBe('12')
    await save()
    expect((held.asked[0]?.[2] as SlaPolicy[]).map(({ id }) => id)).toEqual(['v1'])
  })

  it('says so when somebody else saved a version meanwhile, and decides on what was seen', async () => {
    const { wrapper, box, save } = await opened([version(1)])
    await box('几天内同样故障算重复报修').setValue('10')
    held.versions.value = [version(2), version(1)]
    await flushPromises()
    expect(wrapper.text()).toContain('别人已存了第 2 版')
    await save()
    expect((held.asked[0]?.[2] as SlaPolicy[]).map(({ id }) => id)).toEqual(['v1'])
  })
})
