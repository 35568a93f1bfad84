import { describe, expect, it } from 'vitest'
import type { DocumentOnWire } from '@/api/wire'
import { showRetired, tidyUp } from '@/sync/visited'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const OLD = '0192aaaa-0000-7000-8000-00000000000a'
const doc = (id: string, fields: DocumentOnWire['fields']): DocumentOnWire => ({ id, type: 'round', rev: 4, fields, writers: {}, gone: false })

async function phoneOf() {
  const phone = await TestPhone.of(makeServer(), 'anna')
  await phone.sync()
  return phone
}
const found = (phone: TestPhone) => showRetired(phone, { stream: 'project:p1', docs: [doc(OLD, { number: 'XJ-20250101-01', state: 'sealed' })] })

describe('a round that left the feed long ago', () => {
  it('is among the documents once it was fetched, and syncing leaves it alone', async () => {
    const phone = await phoneOf()
    await found(phone)
    expect(await phone.view('round', OLD)).toMatchObject({ number: 'XJ-20250101-01' })
    await phone.syncsAgainAndNothingHappens()
  })

  it('goes when the app is opened anew', async () => {
    const phone = await phoneOf()
    await found(phone)
    await tidyUp(phone)
    expect(await phone.view('round', OLD)).toBeNull()
    expect(await phone.view('round', ROUND)).not.toBeNull()
  })

  it('never stands in for what the feed shows', async () => {
    const phone = await phoneOf()
    await showRetired(phone, { stream: 'project:p1', docs: [doc(ROUND, { number: 'another' })] })
    expect(await phone.view('round', ROUND)).toMatchObject({ number: 'XJ-20261122-01' })
    await tidyUp(phone)
    expect(await phone.view('round', ROUND)).not.toBeNull()
  })

  it('is not shown to who left the project while it was on its way', async () => {
    const phone = await phoneOf()
    phone.server.hidden.add('anna project:p1')
    await phone.sync()
    await found(phone)
    expect(await phone.view('round', OLD)).toBeNull()
  })
})
