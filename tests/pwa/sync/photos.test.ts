import { beforeEach, describe, expect, it } from 'vitest'
import { putMeta, readContact } from '@/db/meta'
import { ApiError } from '@/domain/errors'
import { uploadOne } from '@/sync/uploadPhotos'
import { photographs } from '../support/photos'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

const never = new AbortController().signal
let phone: TestPhone

beforeEach(async () => {
  phone = await TestPhone.of(makeServer(), 'anna')
  await phone.sync()
})

const stateOf = async (hash: string): Promise<string | undefined> => (await phone.db.blobs.get(hash))?.state

const HOUR_MS = 3_600_000
const damaged = (reason: string | null): ApiError => new ApiError('checksum_mismatch', 460, null, { reason })

/** Try `times` times, each ends in the error (so that the loop backs off); what comes after is taken, but for this photo. */
async function uploadsThatFail(hash: string, times: number, error: () => ApiError): Promise<(string | null)[]> {
  await phone.sync()
  const upload = phone.wire.upload
  const asked: (string | null)[] = []
  let left = times + 1
  Object.assign(phone.wire, {
    upload: async (work: Parameters<typeof upload>[0]) => {
      if (work.hash !== hash) return upload(work)
      asked.push(work.upload_url)
      if (work.upload_url === null && left > 0) await work.onAddress('/files/begun')
      left -= 1
      if (left > 0 || times > 1) throw error()
      return upload(work)
    },
  })
  for (let k = 0; k < times; k++) await expect(uploadOne(phone, never)).rejects.toThrow('checksum_mismatch')
  return asked
}

describe('custody of a photo', () => {
  it('ends with the hash that the server computed, not with the last byte sent', async () => {
    const { hash } = await photographs(phone, 'picture')
    await phone.sync()
    await uploadOne(phone, never)
    expect(await stateOf(hash)).toBe('received')
    await phone.sync()
    expect(await stateOf(hash)).toBe('received')
    phone.server.checkBlobs()
    await phone.sync()
    expect(await phone.db.blobs.get(hash)).toMatchObject({ state: 'verified', verified_at: expect.any(String) })
    await phone.syncsAgainAndNothingHappens()
  })

  it('lets the bytes arrive before the row', async () => {
    const { hash } = await photographs(phone, 'picture')
    await uploadOne(phone, never)
    await phone.sync()
    phone.server.checkBlobs()
    await phone.sync()
    expect(await stateOf(hash)).toBe('verified')
    await phone.syncsAgainAndNothingHappens()
  })

  it('keeps the bytes over a restart in the middle, and goes on at the same address', async () => {
    const { hash } = await photographs(phone, 'picture')
    await phone.sync()
    phone.killAt = 'upload: address stored'
    await expect(uploadOne(phone, never)).rejects.toThrow('upload: address stored')
    phone.restart()
    const row = await phone.db.blobs.get(hash)
    expect(row).toMatchObject({ state: 'sending', upload_url: expect.stringContaining('/files/') })
    const upload = phone.wire.upload
    const addresses: (string | null)[] = []
    Object.assign(phone.wire, { upload: (work: Parameters<typeof upload>[0]) => (addresses.push(work.upload_url), upload(work)) })
    await phone.syncWithPhotos()
    expect(addresses).toEqual([row?.upload_url])
    expect(await stateOf(hash)).toBe('verified')
  })

  it('sends bytes again that arrived damaged, a few times, then tells a person', async () => {
    const { hash } = await photographs(phone, 'picture')
    await phone.sync()
    const damaged = async (): Promise<void> => {
      await uploadOne(phone, never)
      phone.server.checkBlobs('received')
      phone.server.checkBlobs('refused', 'hash_mismatch')
      await phone.sync()
    }
    for (let k = 0; k < 3; k++) {
      await damaged()
      expect(await stateOf(hash)).toBe('queued')
    }
    await damaged()
    expect(await phone.db.blobs.get(hash)).toMatchObject({ state: 'refused', blob: expect.any(Blob) })
    await phone.syncsAgainAndNothingHappens()
  })

  it('keeps a picture that the server will not take, by name, and holds nothing else up', async () => {
    const [bad, good] = [await photographs(phone, 'bomb'), await photographs(phone, 'picture')]
    const upload = phone.wire.upload
    Object.assign(phone.wire, {
      upload: (work: Parameters<typeof upload>[0]) => (work.hash === bad.hash ? Promise.reject(new ApiError('too_large', 413)) : upload(work)),
    })
    await phone.syncWithPhotos()
    expect(await phone.db.blobs.get(bad.hash)).toMatchObject({ state: 'refused', reason: 'too_large', blob: expect.any(Blob) })
    expect(await stateOf(good.hash)).toBe('verified')
    await phone.syncsAgainAndNothingHappens()
  })

  it('begins an upload anew that the server no longer knows', async () => {
    const { hash } = await photographs(phone, 'picture')
    await phone.sync()
    await phone.db.blobs.update(hash, { upload_url: '/files/gone', state: 'sending' })
    const upload = phone.wire.upload
    Object.assign(phone.wire, { upload: () => Promise.reject(new ApiError('expired', 410)) })
    await expect(uploadOne(phone, never)).rejects.toThrow('expired')
    expect(await phone.db.blobs.get(hash)).toMatchObject({ upload_url: null })
    Object.assign(phone.wire, { upload })
    await phone.syncWithPhotos()
    expect(await stateOf(hash)).toBe('verified')
  })

  it('waits for hours while the server looks at the picture, then only asks whether it has the bytes (regression)', async () => {
    const { hash } = await photographs(phone, 'picture')
    await phone.sync()
    await uploadOne(phone, never)
    phone.clock.ms += 5 * HOUR_MS
    expect(await uploadOne(phone, never)).toBe(false)
    phone.clock.ms += 2 * HOUR_MS
    expect(await uploadOne(phone, never)).toBe(true)
    expect(phone.server.taken).toBe(1)
    expect(await phone.db.blobs.get(hash)).toMatchObject({ state: 'received', sent_bytes: 7 })
    expect(await uploadOne(phone, never)).toBe(false)
    phone.server.checkBlobs()
    await phone.sync()
    expect(await stateOf(hash)).toBe('verified')
    await phone.syncsAgainAndNothingHappens()
  })

  it('sends the bytes again when the server, asked hours later, has lost them', async () => {
    const { hash } = await photographs(phone, 'picture')
    await phone.sync()
    await uploadOne(phone, never)
    phone.server.uploads.clear()
    phone.clock.ms += 7 * HOUR_MS
    expect(await uploadOne(phone, never)).toBe(true)
    expect(phone.server.taken).toBe(2)
    phone.server.checkBlobs()
    await phone.sync()
    expect(await stateOf(hash)).toBe('verified')
  })

  it('sends a damaged part again where it was, not the whole photo from the start (regression)', async () => {
    const { hash } = await photographs(phone, 'picture')
    const asked = await uploadsThatFail(hash, 1, () => damaged(null))
    expect(await phone.db.blobs.get(hash)).toMatchObject({ state: 'sending', upload_url: '/files/begun' })
    await phone.syncWithPhotos()
    expect(asked).toEqual([null, '/files/begun'])
    expect(await phone.db.blobs.get(hash)).toMatchObject({ state: 'verified', reason: null })
  })

  it('begins anew when the server says that the whole file is another', async () => {
    const { hash } = await photographs(phone, 'picture')
    const asked = await uploadsThatFail(hash, 1, () => damaged('whole_file'))
    expect(await phone.db.blobs.get(hash)).toMatchObject({ state: 'queued', upload_url: null, sent_bytes: 0 })
    await phone.syncWithPhotos()
    expect(asked).toEqual([null, null])
    expect(await stateOf(hash)).toBe('verified')
  })

  it.each([[null], ['whole_file']])('shows a photo to the person that arrives damaged every time (%s), and keeps it', async (reason) => {
    const { hash } = await photographs(phone, 'picture')
    const good = await photographs(phone, 'another')
    await phone.db.blobs.update(good.hash, { created_at: '2026-11-22T08:00:00.000Z' })
    await uploadsThatFail(hash, 3, () => damaged(reason))
    await phone.syncWithPhotos()
    expect(await phone.db.blobs.get(hash)).toMatchObject({ state: 'refused', reason: 'hash_mismatch', blob: expect.any(Blob) })
    expect(await stateOf(good.hash)).toBe('verified')
    await phone.syncsAgainAndNothingHappens()
  })

  it('says in the server’s time when it verified a photo, and when it last spoke (regression)', async () => {
    await putMeta(phone.db, 'clock', { skew_ms: -3 * HOUR_MS, measured_at: '2026-11-22T07:00:00.000Z' })
    const { op, hash } = await photographs(phone, 'picture')
    await phone.syncWithPhotos()
    const around = (at: string | null | undefined): number => Math.round((Date.parse(at ?? '') - phone.clock.ms) / HOUR_MS)
    const contact = await readContact(phone.db)
    const said = [(await phone.db.blobs.get(hash))?.verified_at, (await phone.entry(op)).acknowledged_at, contact.last_contact_at, contact.up_to_date_at]
    expect(said.map(around)).toEqual([-3, -3, -3, -3])
  })

  it('offers bytes again to a server restored from before they came', async () => {
    const restore = phone.server.backup()
    const { hash } = await photographs(phone, 'picture')
    await phone.syncWithPhotos()
    restore()
    await phone.syncWithPhotos()
    expect(phone.server.uploads.has(hash)).toBe(true)
    expect(await stateOf(hash)).toBe('verified')
    await phone.syncsAgainAndNothingHappens()
  })
})
