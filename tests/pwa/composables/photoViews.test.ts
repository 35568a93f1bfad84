import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { photoUrl } from '@/composables/photoUrl'
import { photoViews } from '@/composables/photoViews'
import { asDocument } from '@/db/documents'
import type { Photo } from '@/domain/types'
import { uploadOne } from '@/sync/uploadPhotos'
import { photographs } from '../support/photos'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

let phone: TestPhone
const never = new AbortController().signal

beforeEach(async () => {
  phone = await TestPhone.of(makeServer(), 'anna')
  await phone.sync()
})
afterEach(() => {
  vi.restoreAllMocks()
})

async function photoOf(op: string): Promise<Photo> {
  const row = await phone.db.documents.get(op)
  if (row === undefined) throw new Error('no photo')
  return asDocument<'photo'>(row)
}
const of = { stream: 'project:p1', work: { pending: false, refused: null } }

describe('where a photo is', () => {
  it('is told from the phone until the server has a word on it', async () => {
    const { op } = await photographs(phone, 'picture')
    const state = async (): Promise<string | undefined> => (await photoViews(phone.db, [{ doc: await photoOf(op), ...of }]))[0]?.state
    expect(await state()).toBe('on_phone')
    await phone.sync()
    await uploadOne(phone, never)
    expect(await state()).toBe('received')
    phone.server.checkBlobs()
    await phone.sync()
    expect(await state()).toBe('verified')
  })

  it('is on its phone for everybody else while its bytes have not come', async () => {
    const { op } = await photographs(phone, 'picture')
    await phone.sync()
    const boss = await TestPhone.of(phone.server, 'bo')
    await boss.sync()
    const row = await boss.db.documents.get(op)
    const doc = row === undefined ? null : asDocument<'photo'>(row)
    expect(doc && (await photoViews(boss.db, [{ doc, ...of }]))).toMatchObject([{ state: 'on_phone', sent_bytes: 0 }])
    expect(doc && (await photoUrl(boss.db, doc, 'thumb'))).toBeNull()
  })

  it('is nowhere on a screen once it was withdrawn; the others stand oldest first', async () => {
    const ops = [(await photographs(phone, 'one')).op, (await photographs(phone, 'two')).op, (await photographs(phone, 'three')).op]
    const [one, two, three] = await Promise.all(ops.map((op) => photoOf(op)))
    if (!one || !two || !three) throw new Error('three photos')
    const held = [three, { ...two, withdrawn_at: '2026-11-22T08:00:00.000Z' }, one].map((doc) => ({ doc, ...of }))
    expect((await photoViews(phone.db, held)).map(({ photo }) => photo.id)).toEqual([one.id, three.id])
  })
})

describe('a picture', () => {
  it('comes from the bytes on this phone, and is made into an address once', async () => {
    const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:made')
    const { op } = await photographs(phone, 'a picture of its own')
    const photo = await photoOf(op)
    expect(await photoUrl(phone.db, photo, 'large')).toBe('blob:made')
    expect(await photoUrl(phone.db, photo, 'large')).toBe('blob:made')
    expect(made).toHaveBeenCalledTimes(1)
  })

  it('comes from the server where this phone has let its bytes go, but not without a network', async () => {
    const { op, hash } = await photographs(phone, 'gone from here')
    await phone.syncWithPhotos()
    await phone.db.blobs.update(hash, { blob: null, thumb: null })
    const photo = await photoOf(op)
    expect(await photoUrl(phone.db, photo, 'thumb')).toBe(`/api/photos/${op}/image?size=thumb`)
    vi.stubGlobal('navigator', { onLine: false })
    expect(await photoUrl(phone.db, photo, 'thumb')).toBeNull()
  })
})
