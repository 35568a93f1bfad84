import { expect, it } from 'vitest'
import TooLong from '@/components/TooLong.vue'
import { mountScreen } from '../../support/mountScreen'

it('says by how much a text is too long, counting characters and not their halves', async () => {
  const said = async (text: string) => (await mountScreen(TooLong, { props: { text } })).wrapper.text()
  expect(await said('😀'.repeat(10_000))).toBe('')
  expect(await said('😀'.repeat(10_002))).toBe('最多 10000 字，多出 2 字，没有存。')
})
