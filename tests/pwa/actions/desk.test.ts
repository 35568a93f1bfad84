import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { assignTicket } from '@/actions/assignTicket'
import { correctAsset } from '@/actions/correctAsset'
import { declarePhotoLost } from '@/actions/declarePhotoLost'
import { gradeTicket } from '@/actions/gradeTicket'
import { issueTag } from '@/actions/issueTag'
import { pinComment } from '@/actions/pinComment'
import { releaseWaiting } from '@/actions/releaseWaiting'
import { retryJob } from '@/actions/retryJob'
import { revokeTag } from '@/actions/revokeTag'
import { sendBack } from '@/actions/sendBack'
import { settleConflict } from '@/actions/settleConflict'
import { settleParked } from '@/actions/settleParked'
import { withdrawComment } from '@/actions/withdrawComment'
import { asDocument } from '@/db/documents'
import type { Operation } from '@/domain/types'
import { answerId } from '@/rules/ids'
import { isCode } from '@/rules/tags'
import * as current from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND, TICKET } from '../support/world'

let phone: TestPhone
let ring: ReturnType<typeof setInterval>

/** The sync loop, as far as a decision cares. */
const rings = (): void => {
  ring = setInterval(() => void phone.sync().catch(() => undefined), 15)
}

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
  vi.spyOn(current, 'askForSync').mockImplementation(() => undefined)
  rings()
})
afterEach(() => {
  clearInterval(ring)
  current.currentPhone.value = null
})

async function last(): Promise<Operation> {
  const entry = await phone.db.outbox.orderBy('n').last()
  if (entry === undefined) throw new Error('nothing was written')
  return entry.body
}

describe('tags', () => {
  it('are issued with a code that has its check character and 80 random bits', async () => {
    expect(await issueTag({ id: 'a2' })).toEqual({ outcome: 'applied' })
    const { args } = (await last()) as { args: { asset_id: string; code: string; check: string } } & Operation
    expect(args.asset_id).toBe('a2')
    expect(isCode(args.code)).toBe(true)
    expect(args.check).toMatch(/^[A-Z2-7]{16}$/)
  })

  it('are revoked with a reason, and replaced where asked', async () => {
    await revokeTag({ id: 'tag1' }, '磨损', { replace: true })
    expect(await last()).toMatchObject({ name: 'revoke_tag', doc: 'tag1', seen: { tag1: [] }, args: { reason: '磨损', replacement: { code: expect.any(String) } } })
    await revokeTag({ id: 'tag1' }, '磨损', { replace: false })
    expect(await last()).toMatchObject({ args: { replacement: null } })
    await expect(revokeTag({ id: 'tag1' }, '长'.repeat(501), { replace: false })).rejects.toMatchObject({ code: 'too_long', limit: 500 })
  })
})

describe('comments', () => {
  it('are pinned to an item or a spot of a photo, and can be taken back', async () => {
    const comment = await pinComment(ROUND, { asset_id: 'a1', check_key: 'lamp', photo_id: 'ph', x: 0.5, y: 0.25, text: '看不清' })
    expect(await phone.view('comment', comment.id)).toMatchObject({ answer_id: answerId(ROUND, 'a1', 'lamp'), x: 0.5, text: '看不清' })
    await withdrawComment(comment)
    await withdrawComment(comment)
    expect(await phone.view('comment', comment.id)).toMatchObject({ withdrawn_at: expect.any(String) })
    expect(await phone.db.outbox.count()).toBe(2)
  })

  it('go back with the round', async () => {
    const comment = await pinComment(ROUND, { asset_id: 'a1', check_key: 'lamp', photo_id: null, x: null, y: null, text: '补' })
    await sendBack(ROUND, { [comment.id]: 'photo_unclear' }, '请补拍')
    expect(await last()).toMatchObject({ name: 'send_back', args: { comment_ids: [comment.id], reasons: { [comment.id]: 'photo_unclear' }, note: '请补拍' }, seen: { [ROUND]: expect.any(Array), [comment.id]: [] } })
  })
})

describe('tickets', () => {
  it('are graded and handed on; the same again writes nothing', async () => {
    await gradeTicket({ id: TICKET }, 3)
    expect(await phone.db.outbox.count()).toBe(0)
    await gradeTicket({ id: TICKET }, 1)
    expect(await last()).toMatchObject({ edits: [{ doc: TICKET, set: { severity: 1 } }] })
    await assignTicket({ id: TICKET }, ['bo', 'anna', 'bo'])
    expect(await last()).toMatchObject({ name: 'assign_ticket', args: { assignee_ids: ['anna', 'bo'] }, seen: { [TICKET]: expect.any(Array) } })
  })
})

describe('what needs a person', () => {
  it('is a conflict: every open value of the field is named, one is taken', async () => {
    clearInterval(ring) // both write before either hears of the other
    const bo = await TestPhone.of(phone.server, 'bo')
    await bo.sync()
    await bo.answers('lamp', { remark: 'green' })
    await bo.sync()
    await phone.answers('lamp', { remark: 'red' })
    await phone.sync()
    const row = await phone.db.documents.where('type').equals('conflict').first()
    if (row === undefined) throw new Error('no conflict')
    rings()
    await settleConflict(asDocument<'conflict'>(row), 'take')
    const doc = answerId(ROUND, 'a1', 'lamp')
    expect(await last()).toMatchObject({ doc, args: { field: 'remark', choice: 'take', take: row.id, conflicts: [row.id] }, seen: { [doc]: expect.any(Array), [row.id]: [] } })
  })

  it('is parked or waiting work, work of the server, and a photo that will never come', async () => {
    await settleParked('o1', 'set_aside', '重复')
    expect(await last()).toMatchObject({ name: 'settle_parked', doc: null, args: { op: 'o1', choice: 'set_aside', note: '重复' } })
    await releaseWaiting('o2')
    expect(await last()).toMatchObject({ name: 'release_waiting', args: { op: 'o2' } })
    await retryJob('p1', 'j1')
    expect(await last()).toMatchObject({ name: 'retry_job', doc: null, args: { project_id: 'p1', job: 'j1' }, seen: {} })
    await declarePhotoLost({ id: 'tag1' }, '手机掉水里')
    expect(await last()).toMatchObject({ name: 'declare_photo_lost', doc: 'tag1', args: { reason: '手机掉水里' } })
  })
})

describe('correctAsset', () => {
  it('writes only what is corrected', async () => {
    await correctAsset({ id: 'a1' }, { name_zh: '一号机', code: 'A1', serial: 'S-9' })
    expect(await last()).toMatchObject({ name: 'describe_asset', edits: [{ set: { name_zh: '一号机', serial: 'S-9' }, was: { name_zh: null, serial: null } }] })
    expect(await phone.view('asset', 'a1')).toMatchObject({ name_zh: '一号机' })
  })
})
