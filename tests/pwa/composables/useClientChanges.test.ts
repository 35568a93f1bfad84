import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { signRound } from '@/actions/signRound'
import { useClientChanges } from '@/composables/useClientChanges'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'
import { using } from './support'

let phone: TestPhone
const signing = {
  party: 'client', signer_name: '甲方值班员01', signer_phone: null, on_behalf: false, seal_photo_id: null, opinion: null, language: 'zh-CN',
  strokes: { width: 300, height: 120, paths: [[[0.1, 0.5], [0.2, 0.6]]] },
} as const

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
})

it('tells the client what is no longer as it signed, and nothing before it has signed', async () => {
  await phone.answers('load', { value: 'normal', reading: '-46' })
  const changes = using(() => useClientChanges(ref(ROUND)))
  await vi.waitFor(() => expect(changes.value).toEqual([]))
  await signRound(ROUND, { ...signing, strokes: { ...signing.strokes, paths: [[[0.1, 0.5], [0.2, 0.6]]] } })
  await phone.answers('load', { reading: '46' })
  await vi.waitFor(() => expect(changes.value).toMatchObject([{ asset: { id: 'a1' }, check_key: 'load', field: 'reading', from: '-46', to: '46' }]))
})
