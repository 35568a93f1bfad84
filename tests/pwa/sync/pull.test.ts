import { describe, expect, it } from 'vitest'
import { changeContact, readContact } from '@/db/meta'
import { answerId } from '@/rules/ids'
import { applyPage } from '@/sync/applyPage'
import { pullOnce } from '@/sync/pull'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

const LAMP = answerId(ROUND, 'a1', 'lamp')

describe('reading', () => {
  it('goes on page by page until every stream was shown to its end', async () => {
    const server = makeServer()
    server.pageSize = 3
    const phone = await TestPhone.of(server, 'anna')
    expect(await pullOnce(phone)).toBe('again')
    await phone.sync()
    expect(await phone.db.documents.count()).toBe(server.docs.size)
    await phone.syncsAgainAndNothingHappens()
  })

  it('says "up to date" only when every page was the last', async () => {
    const server = makeServer()
    server.pageSize = 3
    const phone = await TestPhone.of(server, 'anna')
    await changeContact(phone.db, { last_contact_at: null })
    await pullOnce(phone)
    expect((await readContact(phone.db)).up_to_date_at).toBeNull()
    await phone.sync()
    expect((await readContact(phone.db)).up_to_date_at).not.toBeNull()
  })

  it('ignores a page whose request is not the present cursor', async () => {
    const phone = await TestPhone.of(makeServer(), 'anna')
    await phone.sync()
    const page = { stream: 'project:p1', e: 'e1', reset: false, docs: [], next: 1, more: false }
    expect(await applyPage(phone, page, { e: 'e1', s: 1 })).toBe(false)
    await phone.syncsAgainAndNothingHappens()
  })

  it('takes what left the feed off the phone, own work on it excepted', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    await phone.answers('lamp', { value: 'normal' })
    await phone.sync()
    server.remove(LAMP)
    await phone.sync()
    expect(await phone.sees('lamp')).toBeNull()
    await phone.syncsAgainAndNothingHappens()
  })

  it('begins a stream anew whose history is another, and keeps unsent work', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    await phone.answers('lamp', { value: 'normal' })
    server.epochs.set('project:p1', 'e2')
    server.docs.delete('a2')
    server.entries.get('project:p1')?.delete('a2')
    await pullOnce(phone)
    expect(await phone.db.documents.get('a2')).toBeUndefined()
    expect(await phone.sees('lamp')).toMatchObject({ value: 'normal' })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })

  it('drops a project that the person has left within one pull; work on it stays and is shown as refused', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const op = await phone.answers('lamp', { value: 'abnormal' })
    server.hidden.add('anna project:p1')
    server.denied.add('anna')
    await phone.sync()
    expect(await phone.db.documents.get('a1')).toBeUndefined()
    expect(await phone.db.documents.get(LAMP)).toMatchObject({ refused: { code: 'forbidden' } })
    expect((await phone.entry(op)).state).toBe('acknowledged')
    await phone.syncsAgainAndNothingHappens()
  })

  it('counts an own write as reflected when its row is shown no more', async () => {
    const server = makeServer()
    const phone = await TestPhone.of(server, 'anna')
    await phone.sync()
    const op = await phone.answers('lamp', { value: 'normal' })
    const pull = phone.wire.pull
    Object.assign(phone.wire, {
      pull: (request: Parameters<typeof pull>[0]) => {
        if (server.docs.has(LAMP)) server.hidden.add('anna project:p1')
        return pull(request)
      },
    })
    await phone.sync()
    expect((await phone.entry(op)).state).toBe('reflected')
    await phone.syncsAgainAndNothingHappens()
  })
})
