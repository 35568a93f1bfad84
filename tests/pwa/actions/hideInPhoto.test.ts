import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { hideInPhoto } from '@/actions/hideInPhoto'
import { recoverDrafts } from '@/actions/recoverDrafts'
import { takePhoto } from '@/actions/takePhoto'
import * as withdrawing from '@/actions/withdrawPhoto'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const BEFORE = 'ab'.repeat(32)
const AFTER = 'cd'.repeat(32)
const encoded = vi.hoisted(() => ({ width: 4, height: 3, hash: '', blob: new Blob(['picture'], { type: 'image/jpeg' }), thumb: new Blob(['small']) }))
vi.mock('@/photos/encodePhoto', async (original) => ({ ...(await original<object>()), encodePhoto: () => Promise.resolve({ ...encoded }) }))

const pin = { round_id: ROUND, ticket_id: null, asset_id: 'a1', check_key: 'lamp', purpose: 'item' } as const
let phone: TestPhone

const taken = async (check_key = 'lamp') => {
  encoded.hash = BEFORE
  const photo = await takePhoto({ ...pin, check_key }, new Blob(['raw']))
  encoded.hash = AFTER
  return photo
}

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  vi.restoreAllMocks()
  currentPhone.value = null
})

describe('hiding part of a photo', () => {
  it('puts the new picture in its place; the old bytes never leave the phone', async () => {
    const photo = await taken()
    const hidden = await hideInPhoto(photo, new Blob(['hidden']), '已遮挡')
    expect(hidden?.hash).toBe(AFTER)
    expect(await phone.db.blobs.toCollection().primaryKeys()).toEqual([AFTER])
    expect(await phone.view('photo', photo.id)).toMatchObject({ withdrawn_reason: '已遮挡' })
    expect(await phone.db.drafts.count()).toBe(0)
  })
  it('leaves it taken when it was taken; only its operation is of now', async () => {
    const photo = await taken()
    phone.clock.ms += 90_000
    const hidden = await hideInPhoto(photo, new Blob(['hidden']), '已遮挡')
    expect(hidden).toMatchObject({ hash: AFTER, taken_at: photo.taken_at })
    const made = (await phone.db.outbox.toArray()).find(({ op }) => op === hidden?.id)
    expect(made?.body).toMatchObject({ args: { taken_at: photo.taken_at } })
    expect(made?.body.at).not.toBe(photo.taken_at)
  })
  it('that was cut off half-way is finished at the next start', async () => {
    const photo = await taken()
    vi.spyOn(withdrawing, 'withdrawPhoto').mockRejectedValueOnce(new Error('the browser died'))
    await expect(hideInPhoto(photo, new Blob(['hidden']), '已遮挡')).rejects.toThrow()
    await recoverDrafts()
    expect(await phone.view('photo', photo.id)).toMatchObject({ withdrawn_reason: '已遮挡' })
    await phone.syncWithPhotos()
    await phone.syncsAgainAndNothingHappens()
  })
  it('leaves the same picture in another place with its bytes', async () => {
    const [photo, other] = [await taken(), await taken('load')]
    await hideInPhoto(photo, new Blob(['hidden']), '已遮挡')
    expect((await phone.db.blobs.get(other.hash))?.state).toBe('queued')
  })
})
