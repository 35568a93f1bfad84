import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkPhotoSpace } from '@/actions/checkPhotoSpace'
import { markPhoto } from '@/actions/markPhoto'
import { takePhoto } from '@/actions/takePhoto'
import { withdrawPhoto } from '@/actions/withdrawPhoto'
import { fit } from '@/photos/encodePhoto'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const encoded = { width: 4, height: 3, hash: 'ab'.repeat(32), blob: new Blob(['picture'], { type: 'image/jpeg' }), thumb: new Blob(['small']) }
vi.mock('@/photos/encodePhoto', async (original) => ({ ...(await original<object>()), encodePhoto: () => Promise.resolve(encoded) }))

const pin = { round_id: ROUND, ticket_id: null, asset_id: 'a1', check_key: 'lamp', purpose: 'item' } as const
const disk = (quota: number, usage: number): unknown => ({ onLine: true, storage: { estimate: () => Promise.resolve({ quota, usage }) } })
let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  vi.unstubAllGlobals()
  currentPhone.value = null
})

describe('takePhoto', () => {
  it('puts bytes and operation on disk together', async () => {
    const photo = await takePhoto(pin, new Blob(['raw']))
    expect(await phone.view('photo', photo.id)).toEqual(photo)
    expect(await phone.db.blobs.get(encoded.hash)).toMatchObject({ state: 'queued', photo_id: photo.id, bytes: 7, round_id: ROUND })
    expect((await phone.entry(photo.id)).body).toMatchObject({ name: 'take_photo', doc: ROUND, args: { hash: encoded.hash, width: 4, mime: 'image/jpeg' } })
    await phone.syncWithPhotos()
    expect(await phone.view('photo', photo.id)).toMatchObject({ blob_state: 'verified' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('says that the phone is full before anything is written, and touches nothing', async () => {
    await takePhoto(pin, new Blob(['raw']))
    vi.stubGlobal('navigator', disk(1_000_000_000, 960_000_000))
    await expect(checkPhotoSpace()).rejects.toMatchObject({ name: 'StorageError', kind: 'full' })
    await expect(takePhoto(pin, new Blob(['raw']))).rejects.toMatchObject({ kind: 'full' })
    expect(await phone.db.outbox.count()).toBe(1)
    vi.stubGlobal('navigator', disk(1_000_000_000, 900_000_000))
    await expect(checkPhotoSpace()).resolves.toBeUndefined()
  })

  it('keeps one copy of a picture that was taken twice, and both photos', async () => {
    await takePhoto(pin, new Blob(['raw']))
    await takePhoto({ ...pin, check_key: 'load' }, new Blob(['raw']))
    expect(await phone.db.blobs.count()).toBe(1)
    await phone.syncWithPhotos()
    expect((await phone.db.blobs.toArray()).map((row) => row.state)).toEqual(['verified'])
    await phone.syncsAgainAndNothingHappens()
  })
})

describe('a photo', () => {
  it('is drawn on without touching its bytes, and hidden with a reason', async () => {
    const photo = await takePhoto(pin, new Blob(['raw']))
    await markPhoto(photo, { width: 4, height: 3, marks: [{ kind: 'ring', points: [[0.111111, 0.2], [0.3, 0.4]] }] })
    expect((await phone.view('photo', photo.id))?.markup?.marks[0]?.points[0]).toEqual([0.1111, 0.2])
    await withdrawPhoto(photo, '拍错了')
    await withdrawPhoto(photo, '拍错了')
    expect(await phone.view('photo', photo.id)).toMatchObject({ withdrawn_reason: '拍错了', hash: encoded.hash })
    expect(await phone.db.outbox.count()).toBe(3)
    await phone.syncWithPhotos()
    await phone.syncsAgainAndNothingHappens()
  })

  it('is never enlarged, and never larger than asked', () => {
    expect(fit({ width: 4000, height: 3000 }, 2560)).toEqual({ width: 2560, height: 1920 })
    expect(fit({ width: 30, height: 20 }, 2560)).toEqual({ width: 30, height: 20 })
    expect(fit({ width: 9000, height: 1 }, 320)).toEqual({ width: 320, height: 1 })
  })
})
