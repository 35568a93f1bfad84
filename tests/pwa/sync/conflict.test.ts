import { describe, expect, it } from 'vitest'
import { answerId } from '@/rules/ids'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

describe('two phones on one round', () => {
  it('keep both values of a field that both filled offline', async () => {
    const server = makeServer()
    const [anna, bo] = [await TestPhone.of(server, 'anna'), await TestPhone.of(server, 'bo')]
    await Promise.all([anna.sync(), bo.sync()])
    await anna.answers('lamp', { remark: 'green' })
    const late = await bo.answers('lamp', { remark: 'red' })
    await anna.sync()
    await bo.sync()
    expect((await bo.entry(late)).result?.outcome).toBe('conflict')
    expect(await bo.sees('lamp')).toMatchObject({ remark: 'green' })
    const conflicts = await bo.db.documents.where('[type+lookup]').equals(['conflict', answerId(ROUND, 'a1', 'lamp')]).toArray()
    expect(conflicts.map((row) => row.fields['kept_value'])).toEqual(['red'])
    await anna.sync()
    await anna.syncsAgainAndNothingHappens()
    await bo.syncsAgainAndNothingHappens()
  })

  it('make the same row of an answer', async () => {
    const server = makeServer()
    const [anna, bo] = [await TestPhone.of(server, 'anna'), await TestPhone.of(server, 'bo')]
    await Promise.all([anna.sync(), bo.sync()])
    await anna.answers('lamp', { value: 'normal' })
    await bo.answers('lamp', { remark: 'dusty' })
    await anna.sync()
    await bo.sync()
    await anna.sync()
    expect(await anna.sees('lamp')).toMatchObject({ value: 'normal', remark: 'dusty' })
    await anna.syncsAgainAndNothingHappens()
  })
})
