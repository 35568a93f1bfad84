import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addAsset } from '@/actions/addAsset'
import { describeAssets, restoreAssets } from '@/actions/describeAssets'
import { addPlace, describePlaces } from '@/actions/describePlace'
import { assetOf, EMPTY_ASSET, lackingIn } from '@/components/assets/assetForm'
import { getDocument } from '@/db/documents'
import { closePhone, currentPhone } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

let phone: TestPhone
beforeEach(async () => {
  phone = (await TestPhone.of(makeServer(), 'anna')).use()
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
  closePhone()
})
const last = async () => (await phone.db.outbox.toArray()).at(-1)?.body
const state = async (id: string) => (await getDocument(phone.db, 'asset', id))?.state

describe('assets', () => {
  it('a new one stands on the device at once, with one name for both languages', async () => {
    const typed = { ...EMPTY_ASSET, name_zh: ' 北门摄像机 ', code: 'CAM-01', category: 'camera', place_id: 'room1' }
    const id = await addAsset('p1', assetOf(typed))
    expect(await getDocument(phone.db, 'asset', id)).toMatchObject({ name_zh: '北门摄像机', name_en: '北门摄像机', place_id: 'room1', state: 'in_use', serial: null })
    expect(await last()).toMatchObject({ name: 'describe_asset', edits: [{ doc: id, type: 'asset', key: { project_id: 'p1' }, set: { code: 'CAM-01', importance: 'normal', kind: 'device' } }] })
  })

  it('says what every asset must have', () => {
    expect(lackingIn({ ...EMPTY_ASSET, name_zh: '　 ' })).toEqual(['name_zh', 'code', 'category'])
  })

  it('a device has no ends, a route no slot', () => {
    const typed = { ...EMPTY_ASSET, position: 'U1', end_a_id: 'room1' }
    expect(assetOf(typed)).toMatchObject({ position: 'U1', end_a_id: null })
    expect(assetOf({ ...typed, kind: 'route' })).toMatchObject({ position: null, end_a_id: 'room1' })
  })

  it('many are changed by one operation, and undone by one; what stood so already is left alone', async () => {
    await describeAssets(['a1'], { state: 'spare' })
    const before = await phone.db.outbox.count()
    const stood = await describeAssets(['a1', 'a2'], { state: 'spare' })
    expect(await phone.db.outbox.count()).toBe(before + 1)
    expect([...stood]).toEqual([['a2', { state: 'in_use' }]])
    await restoreAssets(stood)
    expect([await state('a1'), await state('a2')]).toEqual(['spare', 'in_use'])
  })

  it('too long a text is said before it is stored', async () => {
    await expect(describeAssets(['a1'], { brand: '长'.repeat(201) })).rejects.toMatchObject({ code: 'too_long' })
  })
})

describe('places', () => {
  it('a new one is there at once, and is renamed with what stood before', async () => {
    const id = await addPlace('p1', { parent_id: 'room1', kind: 'rack', name_zh: '机柜01', name_en: 'Rack 01', code: '', ordinal: 3 })
    expect(await getDocument(phone.db, 'place', id)).toMatchObject({ parent_id: 'room1', kind: 'rack', ordinal: 3 })
    const before = await describePlaces(new Map([[id, { name_zh: '机柜一', ordinal: 3 }]]))
    expect([...before]).toEqual([[id, { name_zh: '机柜01' }]])
  })
})
