import { describe, expect, it } from 'vitest'
import { answerId } from '@/rules/ids'
import { pushOnce } from '@/sync/push'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const LAMP = answerId(ROUND, 'a1', 'lamp')

describe('an operation that was not accepted', () => {
  it('stays on the screen with its reason until it is settled', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    server.denied.add('anna')
    const op = await phone.answers('lamp', { value: 'abnormal' })
    await phone.sync()
    expect(await phone.sees('lamp')).toMatchObject({ value: 'abnormal' })
    expect(await phone.db.documents.get(LAMP)).toMatchObject({ pending: 1, refused: { op, code: 'forbidden', message: 'not yours' } })
    await phone.syncsAgainAndNothingHappens()
    server.settle(op)
    await phone.sync()
    expect((await phone.entry(op)).state).toBe('reflected')
    expect(await phone.sees('lamp')).toBeNull()
    await phone.syncsAgainAndNothingHappens()
  })
})

describe('an operation that waits for a cause', () => {
  it('is asked for once more when the server says that it was applied', async () => {
    const server = makeServer()
    const [anna, bo] = [await TestPhone.of(server, 'anna'), await TestPhone.of(server, 'bo')]
    await anna.sync()
    const cause = await anna.answers('lamp', { remark: 'first' })
    await bo.sync()
    const op = await bo.answers('lamp', { remark: 'second' })
    const entry = await bo.entry(op)
    if (!('edits' in entry.body)) throw new Error('not an edit')
    await bo.db.outbox.put({ ...entry, body: { ...entry.body, edits: entry.body.edits.map((edit) => ({ ...edit, was: { remark: [cause] } })) } })
    await bo.sync()
    expect((await bo.entry(op)).result?.outcome).toBe('waiting')
    expect(await bo.sees('lamp')).toMatchObject({ remark: 'second' })
    await bo.syncsAgainAndNothingHappens()
    await anna.sync()
    await bo.sync()
    expect((await bo.entry(op)).state).toBe('reflected')
    expect(await bo.sees('lamp')).toMatchObject({ remark: 'second' })
    await bo.syncsAgainAndNothingHappens()
  })
})

describe('an id that the server holds for another operation', () => {
  it('gives way to a new one, once, and nothing is lost', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const op = await phone.answers('lamp', { value: 'normal' })
    const stranger = (await phone.entry(op)).body
    server.ops.set(op, { person: 'bo', body: JSON.stringify({ ...stranger, at: 'other' }), result: { op, outcome: 'applied', docs: [] }, outcome: 'applied' })
    await pushOnce(phone)
    expect(server.refused).toHaveLength(1)
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
    await phone.sync()
    const [entry] = await phone.db.outbox.toArray()
    expect(entry).toMatchObject({ reissued_from: op, state: 'reflected' })
    expect(server.need(LAMP).fields).toMatchObject({ value: 'normal' })
    await phone.syncsAgainAndNothingHappens()
  })
})
