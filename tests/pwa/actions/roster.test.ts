import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cancelShift, changeShift, planShifts, swapShifts } from '@/actions/planShifts'
import { describeSkills } from '@/actions/describeSkills'
import { asDocument } from '@/db/documents'
import type { Operation } from '@/domain/types'
import * as current from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

let phone: TestPhone
const PROJECT = 'p1'
const DAY = { starts_at: '2026-11-22T00:00:00.000Z', ends_at: '2026-11-22T12:00:00.000Z' }
const NIGHT = { starts_at: '2026-11-22T12:00:00.000Z', ends_at: '2026-11-23T00:00:00.000Z' }

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
  vi.spyOn(current, 'askForSync').mockImplementation(() => undefined)
})
afterEach(() => {
  current.currentPhone.value = null
})

async function last(): Promise<Operation> {
  const entry = await phone.db.outbox.orderBy('n').last()
  if (entry === undefined) throw new Error('nothing was written')
  return entry.body
}
const shifts = async () => (await phone.db.documents.where('type').equals('shift').toArray()).map((row) => asDocument<'shift'>(row))

async function planTwo() {
  await planShifts(PROJECT, [{ person_id: 'anna', duty: 'first', note: null, ...DAY }, { person_id: 'ben', duty: 'first', note: '带钥匙', ...NIGHT }])
  const both = await shifts()
  const [day, night] = [both.find(({ person_id }) => person_id === 'anna'), both.find(({ person_id }) => person_id === 'ben')]
  if (day === undefined || night === undefined) throw new Error('not planned')
  return { day, night }
}

it('plans people in one operation and shows them before any network', async () => {
  const { night } = await planTwo()
  expect(night).toMatchObject({ note: '带钥匙', cancelled_at: null, ...NIGHT })
  expect(await last()).toMatchObject({ name: 'plan_shift', edits: [{ type: 'shift', key: { project_id: PROJECT } }, { set: { person_id: 'ben' } }] })
})

it('lets two people change places', async () => {
  const { day, night } = await planTwo()
  await swapShifts(day, night)
  expect(new Map((await shifts()).map((one) => [one.id, one.person_id]))).toEqual(new Map([[day.id, 'ben'], [night.id, 'anna']]))
})

it('writes only what differs, and nothing where nothing does', async () => {
  const { day } = await planTwo()
  await changeShift(day, { ...DAY, note: '早到' })
  expect(await last()).toMatchObject({ edits: [{ doc: day.id, set: { note: '早到' } }] })
  const before = await phone.db.outbox.count()
  await changeShift(day, { note: '早到' })
  expect(await phone.db.outbox.count()).toBe(before)
})

it('cancels once', async () => {
  const { day } = await planTwo()
  await cancelShift(day)
  expect(await last()).toMatchObject({ name: 'cancel_shift', doc: day.id })
  expect((await shifts()).find(({ id }) => id === day.id)?.cancelled_at).not.toBeNull()
  const before = await phone.db.outbox.count()
  await cancelShift(day)
  expect(await phone.db.outbox.count()).toBe(before)
})

it('says what somebody knows, once', async () => {
  const [member] = await phone.db.documents.where('type').equals('member').toArray()
  if (member === undefined) throw new Error('nobody')
  await describeSkills(member, ['ups', 'network'])
  expect(await last()).toMatchObject({ name: 'describe_member', edits: [{ doc: member.id, set: { skills: ['ups', 'network'] } }] })
  const before = await phone.db.outbox.count()
  await describeSkills(member, ['ups', 'network'])
  expect(await phone.db.outbox.count()).toBe(before)
})
