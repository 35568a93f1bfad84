import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import SignInScreen from '@/screens/account/SignInScreen.vue'
import { mountScreen } from '../../support/mountScreen'

const there = vi.hoisted(() => ({ waiting: [] as unknown[] }))
vi.mock('@/db/waitingHere', () => ({ waitingHere: () => Promise.resolve(there.waiting) }))

const FIRST = { person_id: 'e01', name: 'e01', display_name_zh: '维护工程师01', display_name_en: 'Engineer 01', rounds: 1, operations: 12, photos: 1 }

async function shown(language: 'zh-CN' | 'en'): Promise<string> {
  const { wrapper } = await mountScreen(SignInScreen, { at: '/sign-in', language })
  await flushPromises()
  return wrapper.text()
}

beforeEach(() => void (there.waiting = [FIRST]))

describe('the sign-in screen', () => {
  it('says whose work waits on this phone', async () => {
    expect(await shown('zh-CN')).toContain('这台手机里还有 维护工程师01 的 1 轮、1 张照片，等本人登录才能传。')
    expect(await shown('en')).toContain('Engineer 01 left 1 round, 1 photo on this phone; it is sent once they sign in.')
  })
  it('says nothing of it where nothing waits', async () => {
    there.waiting = []
    expect(await shown('zh-CN')).not.toContain('这台手机里还有')
  })
})
