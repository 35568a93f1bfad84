import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recordScan } from '@/actions/recordScan'
import { scanTag } from '@/actions/scanTag'
import { putMeta } from '@/db/meta'
import { makeCode } from '@/rules/tags'
import { currentPhone } from '@/sync/currentPhone'
import { seededRandom } from '../support/random'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND, TAG_CHECK } from '../support/world'

const ORIGIN = 'https://xunjian.example'
const random = seededRandom(1)
const newCode = (): string => makeCode((bound) => Math.floor(random() * bound))
const [code, other, fresh] = [newCode(), newCode(), newCode()]
let phone: TestPhone

beforeEach(async () => {
  const server = makeServer()
  server.change('tag1', { code }, null)
  server.insert('tag0', 'tag', 'project:p1', { asset_id: 'a1', code: other, check: TAG_CHECK, issued_at: '', revoked_at: '2026-06-01T00:00:00Z', revoked_reason: 'torn', replaced_by_id: 'tag1' })
  phone = (await TestPhone.of(server, 'anna')).use()
  await putMeta(phone.db, 'config', { max_photo_bytes: 1, max_operation_bytes: 1, tag_origin: ORIGIN, tag_origins_old: ['https://old.example'] })
  await phone.sync()
})
afterEach(() => {
  currentPhone.value = null
})

describe('scanTag, without a network', () => {
  it('knows our label, whatever host it was printed for', async () => {
    expect(await scanTag(`http://nowhere.test/t/${code}#${TAG_CHECK}`, 'camera', ROUND)).toMatchObject({ kind: 'asset', asset: { id: 'a1' }, in_round: true })
    expect(await scanTag(`${ORIGIN}/t/${code}#${TAG_CHECK}`, 'camera')).toMatchObject({ kind: 'asset', in_round: false })
  })

  it('says what replaced a revoked one', async () => {
    expect(await scanTag(`${ORIGIN}/t/${other}#${TAG_CHECK}`, 'camera')).toMatchObject({ kind: 'revoked', tag: { revoked_reason: 'torn' }, asset: { id: 'a1' }, replacement: { id: 'tag1' } })
  })

  it('names a forged one, and opens nothing foreign', async () => {
    expect(await scanTag(`${ORIGIN}/t/${code}#AAAAAAAAAAAAAAAA`, 'camera')).toMatchObject({ kind: 'foreign', forged: true })
    expect(await scanTag('https://evil.example/pay?now', 'camera')).toEqual({ kind: 'foreign', text: 'https://evil.example/pay?now', forged: false })
  })

  it('tells an unknown code of ours from a foreign one', async () => {
    expect(await scanTag(`https://old.example/t/${fresh}#${TAG_CHECK}`, 'camera')).toEqual({ kind: 'unknown', code: fresh })
    expect(await scanTag(`https://else.example/t/${fresh}#${TAG_CHECK}`, 'camera')).toMatchObject({ kind: 'foreign' })
  })

  it('takes a typed code as people type it', async () => {
    expect(await scanTag(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `, 'typed', ROUND)).toMatchObject({ kind: 'asset', in_round: true })
    expect(await scanTag('7K3', 'typed')).toMatchObject({ kind: 'bad_code' })
    expect(await scanTag(fresh, 'typed')).toEqual({ kind: 'unknown', code: fresh })
  })
})

describe('recordScan', () => {
  it('writes the proof with the tag that was read', async () => {
    await recordScan(ROUND, { id: 'a1' }, { raw: `${ORIGIN}/t/${code}#${TAG_CHECK}`, method: 'camera' })
    const [scan] = await phone.db.documents.where('[type+round_id]').equals(['scan', ROUND]).toArray()
    expect(scan?.fields).toMatchObject({ asset_id: 'a1', tag_id: 'tag1', method: 'camera', by: 'anna', received_at: null })
    await phone.sync()
    await phone.syncsAgainAndNothingHappens()
  })

  it('says why a label was not read', async () => {
    await recordScan(ROUND, { id: 'a2' }, { raw: '', method: 'unreadable', reason: '标签脱落' })
    const [scan] = await phone.db.documents.where('[type+round_id]').equals(['scan', ROUND]).toArray()
    expect(scan?.fields).toMatchObject({ asset_id: 'a2', tag_id: null, reason: '标签脱落' })
  })
})
