import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useRefusalWords } from '@/components/useRefusalWords'
import { mountScreen } from '../support/mountScreen'

async function words(code: string, reason: string | null, message: string | null): Promise<string> {
  const Said = defineComponent(() => {
    const refusalWords = useRefusalWords()
    return () => h('p', refusalWords({ code, reason, message }))
  })
  return (await mountScreen(Said)).wrapper.text()
}

describe('why something was not accepted', () => {
  it('is said in the language of the screen, whatever the server answered in', async () => {
    expect(await words('invalid', 'place_in_itself', 'This would put …')).toContain('请换一个上级地点')
  })
  it('is the code’s sentence where no reason was given', async () => expect(await words('sealed', null, null)).toContain('已封存，不能再改'))
  it('is the server’s own sentence where it names a figure, or is newer than the app', async () => {
    expect(await words('invalid', 'operation_too_large', '这一笔超过 131072 字节')).toBe('这一笔超过 131072 字节')
  })
  it('is never a raw key', async () => expect(await words('new_code', 'new_reason', null)).toBe('服务器没有说明原因'))
})
