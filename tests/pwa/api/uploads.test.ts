import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/errors'
import { nextChunkBytes, stopUnlessGone, toUploadError } from '@/api/uploads'

const KIB = 1024
const failed = (status: number, body: string, header?: string): Error =>
  Object.assign(new Error('tus'), { originalResponse: { getStatus: () => status, getBody: () => body, getHeader: () => header } })

describe('the next chunk', () => {
  it('takes about five seconds at the speed just measured', () => {
    expect(nextChunkBytes(256 * KIB, 5_000)).toBe(256 * KIB)
    expect(nextChunkBytes(256 * KIB, 10_000)).toBe(128 * KIB)
  })

  it('never shrinks below 32 KiB, nor grows more than fourfold or above 4 MiB', () => {
    expect(nextChunkBytes(64 * KIB, 60_000)).toBe(32 * KIB)
    expect(nextChunkBytes(256 * KIB, 1)).toBe(1024 * KIB)
    expect(nextChunkBytes(4096 * KIB, 1)).toBe(4096 * KIB)
  })
})

describe('an upload that fails', () => {
  it('says what the server said', () => {
    expect(toUploadError(failed(413, '{"code":"too_large","detail":"12 MB"}'))).toMatchObject({ code: 'too_large', status: 413 })
    expect(toUploadError(failed(503, 'busy', '4'))).toMatchObject({ code: 'unavailable', retry_after_ms: 4_000 })
  })

  it('says which way a photo was damaged', () => {
    expect(toUploadError(failed(460, '{"code":"checksum_mismatch","reason":"whole_file"}'))).toMatchObject({ status: 460, reason: 'whole_file' })
    expect(toUploadError(failed(460, '{"code":"checksum_mismatch"}'))).toMatchObject({ status: 460, reason: null })
  })

  it('knows a login page when it sees one', () => {
    expect(toUploadError(failed(200, '<html>'))).toMatchObject({ kind: 'captive_portal' })
    expect(toUploadError(failed(502, '<html>'))).toMatchObject({ kind: 'no_answer' })
  })

  it('is the network\'s fault when nobody answered', () => {
    expect(toUploadError(new Error('XHR failed'))).toMatchObject({ name: 'NetworkError' })
  })
})

describe('asking how far an upload is', () => {
  const answers = (status: number, body = ''): { getStatus: () => number; getBody: () => string; getHeader: () => undefined } =>
    ({ getStatus: () => status, getBody: () => body, getHeader: () => undefined })
  const head = { getMethod: () => 'HEAD' }

  it('begins anew only where the server no longer knows it (regression)', () => {
    for (const status of [200, 404, 410]) expect(() => { stopUnlessGone(head, answers(status)) }).not.toThrow()
    expect(() => { stopUnlessGone(head, answers(503)) }).toThrow(expect.objectContaining({ status: 503 }))
    expect(() => { stopUnlessGone(head, answers(401)) }).toThrow(expect.objectContaining({ status: 401 }))
    expect(() => { stopUnlessGone(head, answers(502)) }).toThrow(expect.objectContaining({ name: 'NetworkError' }))
  })

  it('says so as it was said, through the library', () => {
    const said = new Error('failed to resume')
    const thrown = Object.assign(said, { originalResponse: null, causingError: new ApiError('unavailable', 503) })
    expect(toUploadError(thrown)).toMatchObject({ status: 503 })
  })

  it('leaves every other request to the library', () => {
    expect(() => { stopUnlessGone({ getMethod: () => 'PATCH' }, answers(460)) }).not.toThrow()
  })
})
