import { expect, it } from 'vitest'
import { useOnline } from '@/composables/useOnline'

it('the network is what the browser said last', () => {
  const online = useOnline()
  dispatchEvent(new Event('offline'))
  expect(online.value).toBe(false)
  dispatchEvent(new Event('online'))
  expect(online.value).toBe(true)
})
