import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { usePreferences } from '@/composables/usePreferences'

function anotherTabChooses(name: string, value: string): void {
  dispatchEvent(Object.assign(new Event('storage'), { key: `roundsman.${name}`, newValue: value }))
}

describe('two tabs of one phone', () => {
  it('show the same language and theme', async () => {
    const { language, theme } = usePreferences()
    anotherTabChooses('language', 'en')
    anotherTabChooses('theme', 'dark')
    await nextTick()
    expect([language.value, theme.value]).toEqual(['en', 'dark'])
  })
  it('leave alone what the other one does not know either', async () => {
    const { language } = usePreferences()
    anotherTabChooses('language', 'fr')
    anotherTabChooses('something', 'zh-CN')
    await nextTick()
    expect(language.value).toBe('en')
  })
})
