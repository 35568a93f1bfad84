import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerItem } from '@/actions/answerItem'
import { recoverDrafts } from '@/actions/recoverDrafts'
import { saveDraft } from '@/actions/saveDraft'
import { getDocument } from '@/db/documents'
import { answerId } from '@/rules/ids'
import { currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const LAMP = { asset_id: 'a1', check_key: 'lamp' }
const LAMP_ANSWER = answerId(ROUND, LAMP.asset_id, LAMP.check_key)
let phone: TestPhone

beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
  await answerItem(ROUND, LAMP, { value: 'abnormal' })
})
afterEach(() => {
  currentPhone.value = null
})

describe('words typed just before the browser died', () => {
  it('become part of the answer at the next start, once', async () => {
    await saveDraft(`answer/${LAMP_ANSWER}/seen`, '2 号风扇停转')
    await recoverDrafts()
    await recoverDrafts()
    expect((await phone.sees('lamp'))?.seen).toBe('2 号风扇停转')
    expect(await phone.db.outbox.count()).toBe(2)
    expect(await phone.db.drafts.count()).toBe(0)
  })
  it('become part of the paper form', async () => {
    await saveDraft(`form/${ROUND}/cause`, '滤网积灰')
    await recoverDrafts()
    expect((await getDocument(phone.db, 'round', ROUND))?.cause).toBe('滤网积灰')
  })
  it('stay a draft where only a person can say what they mean', async () => {
    await saveDraft(`answer/${LAMP_ANSWER}/pad`, '3')
    await saveDraft('answer/nobody-answered/seen', 'x')
    await saveDraft('ticket/t1/comment', 'x')
    await recoverDrafts()
    expect(await phone.db.drafts.count()).toBe(3)
    expect(await phone.db.outbox.count()).toBe(1)
  })
})
