import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { createI18n } from 'vue-i18n'
import { takePhoto } from '@/actions/takePhoto'
import { withdrawPhoto } from '@/actions/withdrawPhoto'
import type { PageSaving } from '@/components/items/pageSaving'
import { usePhotoTaking } from '@/components/photos/usePhotoTaking'
import type { Photo } from '@/domain/types'
import { aPhoto } from '../review/aReview'

vi.mock('@/actions/takePhoto', () => ({ takePhoto: vi.fn() }))
vi.mock('@/actions/withdrawPhoto', () => ({ withdrawPhoto: vi.fn() }))

const writes: (() => Promise<unknown>)[] = []
const saving = {
  save: async (_key: string, write: () => Promise<unknown>) => {
    writes.push(write)
    return write().then(() => 'saved', () => 'failed')
  },
} as unknown as PageSaving
const pin = { round_id: 'round-1', ticket_id: null, asset_id: 'ups-01', check_key: 'fan', purpose: 'item' as const }
const image = new Blob(['x'])

function taking() {
  const app = createApp({}).use(createI18n({ legacy: false, locale: 'zh-CN', missingWarn: false, messages: {} }))
  const used = app.runWithContext(() => usePhotoTaking(() => pin, saving))
  return used
}
vi.mock('vue-i18n', async (original) => ({ ...(await original<object>()), useI18n: () => ({ t: (key: string) => key }) }))

beforeEach(() => {
  writes.length = 0
  vi.mocked(takePhoto).mockReset().mockResolvedValue(aPhoto('new').photo)
  vi.mocked(withdrawPhoto).mockReset().mockResolvedValue()
})

describe('the shutter', () => {
  it('keeps the picture and closes the viewfinder', async () => {
    const photos = taking()
    await photos.openFinder()
    expect(photos.finding.value).toBe(true)
    await photos.keep(image)
    expect(takePhoto).toHaveBeenCalledWith(pin, image)
    expect(photos.finding.value).toBe(false)
    expect(photos.justTaken.value).toBe('new')
  })
  it('says that the picture is on its way to the disk, until it is there or failed', async () => {
    const photos = taking()
    const kept = photos.keep(image)
    expect(photos.storing.value).toBe(1)
    await kept
    expect(photos.storing.value).toBe(0)
    vi.mocked(takePhoto).mockRejectedValueOnce(new Error('full'))
    await photos.keep(image)
    expect(photos.storing.value).toBe(0)
  })
  it('does not open the camera on a full phone', async () => {
    vi.stubGlobal('navigator', { storage: { estimate: () => Promise.resolve({ quota: 100, usage: 99 }) } })
    const photos = taking()
    await photos.openFinder()
    expect(photos.finding.value).toBe(false)
    expect(photos.full.value).toBe(true)
  })
})

describe('a retaken picture', () => {
  it('takes the first one’s place only when it is on disk itself', async () => {
    const old: Photo = aPhoto('old').photo
    const photos = taking()
    await photos.retake(old)
    vi.mocked(takePhoto).mockRejectedValueOnce(new Error('full'))
    await photos.keep(image)
    expect(withdrawPhoto).not.toHaveBeenCalled()
    await writes[0]?.()
    expect(withdrawPhoto).toHaveBeenCalledWith(old, 'round.withdraw_retaken')
  })
  it('is not stored twice when only the withdrawal failed', async () => {
    const photos = taking()
    await photos.retake(aPhoto('old').photo)
    vi.mocked(withdrawPhoto).mockRejectedValueOnce(new Error('full'))
    await photos.keep(image)
    await writes[0]?.()
    expect(takePhoto).toHaveBeenCalledOnce()
  })
  it('is forgotten when the viewfinder is closed', async () => {
    const photos = taking()
    await photos.retake(aPhoto('old').photo)
    photos.closeFinder()
    await photos.keep(image)
    expect(withdrawPhoto).not.toHaveBeenCalled()
  })
})
