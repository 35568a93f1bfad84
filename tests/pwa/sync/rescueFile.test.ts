import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { putMeta } from '@/db/meta'
import { makeRescueFile } from '@/sync/rescueFile'
import { photographs } from '../support/photos'
import { RESCUE, TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

interface Manifest {
  readonly format: string
  readonly person: string
  readonly device: string
  readonly operations: readonly { readonly schema: number; readonly receipt: string | null; readonly body: { readonly op: string; readonly n?: number } }[]
  readonly photos: readonly { readonly hash: string; readonly bytes: number }[]
}
let phone: TestPhone

beforeEach(async () => {
  phone = await TestPhone.of(makeServer(), 'anna')
  await phone.sync()
  await phone.signsIn()
})

/** The stored (never packed) members of a zip, by their local headers. */
async function membersOf(file: Blob): Promise<ReadonlyMap<string, string>> {
  const bytes = Buffer.from(await file.arrayBuffer())
  const members = new Map<string, string>()
  const directory = bytes.readUInt32LE(bytes.length - 6)
  for (let at = directory; bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [packing, size, name, extra, comment, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 24), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    expect(packing).toBe(0)
    members.set(bytes.toString('utf8', at + 46, at + 46 + name), bytes.toString('utf8', data, data + size))
    at += 46 + name + extra + comment
  }
  return members
}

describe('a rescue file', () => {
  it('holds every operation that was not sent, and every photo that the server lacks', async () => {
    const sent = await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    const unsent = await phone.answers('lamp', { value: 'abnormal' })
    const { op, hash } = await photographs(phone, 'picture')
    const file = await makeRescueFile(phone)
    expect(file).toMatchObject({ operations: 2, photos: 1 })
    expect(file?.name).toMatch(/^roundsman-rescue-anna-\d{8}-\d{4}\.zip$/)
    const members = await membersOf(file?.blob ?? new Blob())
    const manifest = JSON.parse(members.get('manifest.json') ?? '') as Manifest
    expect(manifest).toMatchObject({ format: 'roundsman-rescue/1', person: 'anna', device: RESCUE.device })
    const ops = manifest.operations.map(({ body }) => body.op)
    expect(ops).toEqual([unsent, op])
    expect(ops).not.toContain(sent)
    expect(manifest.photos).toEqual([{ hash, bytes: 7 }])
    expect(members.get(`photos/${hash}`)).toBe('picture')
  })

  it('is sealed with the key of this phone', async () => {
    await phone.answers('lamp', { value: 'normal' })
    const members = await membersOf((await makeRescueFile(phone))?.blob ?? new Blob())
    const seal = createHmac('sha256', Buffer.from(RESCUE.key, 'hex')).update(members.get('manifest.json') ?? '').digest('hex')
    expect(members.get('manifest.seal')).toBe(seal)
  })

  it('changes nothing on the phone: with a network it sends the same', async () => {
    const op = await phone.answers('lamp', { value: 'normal' })
    await makeRescueFile(phone)
    await phone.sync()
    expect((await phone.db.outbox.get(op))?.result?.outcome).toBe('applied')
  })

  it('cannot be made before the server told this phone a key', async () => {
    const session = { person: { id: 'anna', name: 'anna', display_name_zh: '', display_name_en: '', language: 'zh-CN' }, organisation_id: 'o1', grants: [] } as const
    await putMeta(phone.db, 'session', session)
    expect(await makeRescueFile(phone)).toBeNull()
  })
})
