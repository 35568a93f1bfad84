import { defineComponent, h } from 'vue'
import { describe, expect, it } from 'vitest'
import { useSaving } from '@/components/useSaving'
import { InvalidInput } from '@/domain/errors'
import { announced } from '@/feedback/announce'
import { mountScreen } from '../../support/mountScreen'

async function saving() {
  let used!: ReturnType<typeof useSaving>
  await mountScreen(defineComponent({ setup() { used = useSaving(); return () => h('i') } }))
  return used
}

describe('saving', () => {
  it('hands back what was written and knows when', async () => {
    const { save, saved_at, failed } = await saving()
    expect(await save(() => Promise.resolve(7))).toBe(7)
    expect(saved_at.value).not.toBeNull()
    expect(failed.value).toBe(false)
  })
  it('keeps a failed write for "save again" and says so loudly', async () => {
    const { save, failed, again } = await saving()
    let disk_works = false
    const write = () => (disk_works ? Promise.resolve('on disk') : Promise.reject(new Error('quota')))
    expect(await save(write)).toBeUndefined()
    expect(failed.value).toBe(true)
    expect(announced.assertive).toContain('这一笔没存住')
    disk_works = true
    expect(await again()).toBe('on disk')
    expect(failed.value).toBe(false)
  })
  it('says of what can never be stored why, and does not invite a second try', async () => {
    const { save, failed } = await saving()
    await save(() => Promise.reject(new InvalidInput('too_long', 10_000)))
    expect(failed.value).toBe(true)
    expect(announced.assertive).toContain('字数太多')
  })
})
