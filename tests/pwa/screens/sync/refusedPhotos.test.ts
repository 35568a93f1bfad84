import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { computed } from 'vue'
import CustodyList from '@/components/finish/CustodyList.vue'
import { useCustody } from '@/composables/useCustody'
import { useRefusedPhotos } from '@/composables/useRefusedPhotos'
import type { BlobRow } from '@/db/rows'
import RefusedPhotoCard from '@/screens/sync/RefusedPhotoCard.vue'
import { closePhone, currentPhone } from '@/sync/currentPhone'
import { using } from '../../composables/support'
import { mountScreen } from '../../support/mountScreen'
import { photographs } from '../../support/photos'
import { TestPhone } from '../../support/testPhone'
import { makeServer, ROUND } from '../../support/world'

let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
  closePhone()
})

async function refused(reason: string, more: Partial<BlobRow> = {}): Promise<string> {
  const { hash } = await photographs(phone, 'picture')
  await phone.sync()
  await phone.db.blobs.update(hash, { state: 'refused', reason, resent: 3, upload_url: '/files/old', sent_bytes: 7, ...more })
  return hash
}

async function shown(language: 'zh-CN' | 'en' = 'zh-CN') {
  const photos = using(() => useRefusedPhotos())
  await expect.poll(() => photos.value).toHaveLength(1)
  return mountScreen(RefusedPhotoCard, { props: { photo: photos.value?.[0] }, language })
}

describe('a photo that arrived damaged every time', () => {
  it('says why and is sent again when the person asks', async () => {
    const hash = await refused('hash_mismatch')
    const { wrapper } = await shown()
    expect(wrapper.text()).toContain('没被接受：多次传到都已损坏')
    expect(wrapper.text()).toContain('原片完好地存在这台手机里')
    await wrapper.find('button').trigger('click')
    await expect.poll(async () => (await phone.db.blobs.get(hash))?.state).toBe('queued')
    expect(await phone.db.blobs.get(hash)).toMatchObject({ upload_url: null, sent_bytes: 0, resent: 0, reason: null })
    await phone.syncWithPhotos()
    expect((await phone.db.blobs.get(hash))?.state).toBe('verified')
    await phone.syncsAgainAndNothingHappens()
  })

  it('says so in English', async () => {
    await refused('hash_mismatch')
    const { wrapper } = await shown('en')
    expect(wrapper.text()).toContain('Not accepted: it arrived damaged each time')
    expect(wrapper.find('button').text()).toBe('Send again')
  })

  it('has its button on the receipt as well', async () => {
    const hash = await refused('hash_mismatch')
    const custody = using(() => useCustody(computed(() => ROUND)))
    await expect.poll(() => custody.value?.photos).toMatchObject([{ state: 'refused', can_send_again: true }])
    const { wrapper } = await mountScreen(CustodyList, { props: { custody: custody.value } })
    expect(wrapper.text()).toContain('多次传到都已损坏')
    await wrapper.find('button').trigger('click')
    await flushPromises()
    await expect.poll(async () => (await phone.db.blobs.get(hash))?.state).toBe('queued')
  })
})

describe('a photo that can never be taken', () => {
  it.each([['too_large', '文件太大'], ['something_new', '服务器没有说明原因']])('%s: says why and has no button that would only fail again', async (reason, words) => {
    await refused(reason)
    const { wrapper } = await shown()
    expect(wrapper.text()).toContain(words)
    expect(wrapper.find('button').exists()).toBe(false)
  })
})
