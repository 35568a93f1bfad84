/** A phone with its own disk. It can be killed at a step, restarted, cloned; its network can lose things. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { v7 } from 'uuid'
import { expect } from 'vitest'
import type { PullAnswer, PushAnswer, UploadWork, Wire } from '@/api/wire'
import { putMeta } from '@/db/meta'
import { PersonDatabase } from '@/db/personDatabase'
import { asDocument } from '@/db/documents'
import type { OutboxEntry } from '@/db/rows'
import { NetworkError } from '@/domain/errors'
import type { DocumentType, DocumentTypes, JsonObject } from '@/domain/types'
import { answerId } from '@/rules/ids'
import { adoptDevice } from '@/sync/adoptDevice'
import { answerEdit } from '@/sync/answerEdit'
import { currentPhone, currentSession } from '@/sync/currentPhone'
import { perform } from '@/sync/perform'
import type { Phone, Step } from '@/sync/phone'
import { syncPass } from '@/sync/syncPass'
import { uploadOne } from '@/sync/uploadPhotos'
import type { FakeServer } from './fakeServer'
import { ROUND } from './world'

/** What the server would tell this phone; tests/server/rescue/ tells that it is the same key there. */
export const RESCUE = { device: 'd_phone', key: '0f'.repeat(32) }

export class Killed extends Error {}
type Fault = 'request lost' | 'answer lost' | null

export class TestPhone implements Phone {
  db: PersonDatabase
  readonly clock: { ms: number; now: () => number }
  readonly random = (): number => 0.5
  fault: Fault = null
  killAt: Step | null = null
  /** Steps passed since the last look. */
  steps: Step[] = []
  readonly wire: Wire

  private constructor(
    readonly server: FakeServer,
    readonly person_id: string,
    private readonly disk: IDBFactory,
  ) {
    this.db = this.opened()
    this.clock = { ms: Date.parse('2026-11-22T15:00:00+08:00'), now: () => (this.clock.ms += 7) }
    this.wire = {
      push: (request) => this.exchange<PushAnswer>(() => server.push(person_id, structuredClone(request))),
      pull: (request) => this.exchange<PullAnswer>(() => server.pull(person_id, structuredClone(request))),
      upload: (work) => this.uploads(work),
    }
  }

  static async of(server: FakeServer, person_id: string): Promise<TestPhone> {
    const phone = new TestPhone(server, person_id, new IDBFactory())
    await putMeta(phone.db, 'phone', { device: server.newDevice(person_id), next_n: 1, inc: null, pull_asked: 0, pull_answered: 0 })
    return phone
  }

  reached = (step: Step): void => {
    this.steps.push(step)
    if (step !== this.killAt) return
    this.killAt = null
    throw new Killed(step)
  }

  /** The process is gone; only the disk remains. */
  restart(): void {
    this.db.close()
    this.db = this.opened()
    this.fault = null
    this.killAt = null
  }

  /** Another device that starts from a copy of this one's disk. */
  async clone(): Promise<TestPhone> {
    const twin = new TestPhone(this.server, this.person_id, new IDBFactory())
    for (const table of this.db.tables) await twin.db.table(table.name).bulkAdd(await table.toArray())
    return twin
  }

  /** After a restore the server may not know the device any more: the person signs in, the work stays. */
  async signsIn(): Promise<void> {
    await adoptDevice(this, {
      person: { id: this.person_id, name: this.person_id, display_name_zh: '', display_name_en: '', language: 'zh-CN' },
      device: { id: this.server.newDevice(this.person_id), last_n: 0 }, organisation_id: 'o1', grants: [], rescue: RESCUE, inc: this.server.inc, server_time: '',
    })
  }

  /** Make this the tab's phone, for actions and composables. */
  use(): this {
    currentPhone.value = this
    currentSession.value = {
      person: { id: this.person_id, name: this.person_id, display_name_zh: '维护工程师01', display_name_en: 'Engineer 01', language: 'zh-CN' },
      organisation_id: 'o1', grants: [{ project_id: 'p1', roles: ['engineer'] }],
    }
    return this
  }

  async sync(): Promise<void> {
    const passed = await syncPass(this, () => undefined)
    expect(passed).toEqual({ done: true })
  }

  async syncWithPhotos(): Promise<void> {
    await this.sync()
    while (await uploadOne(this, new AbortController().signal)) void 0
    this.server.checkBlobs()
    await this.sync()
  }

  /** Every scenario ends with this. */
  async syncsAgainAndNothingHappens(): Promise<void> {
    const before = await this.disk_()
    const heads = JSON.stringify([...this.server.heads])
    const pushes = this.server.pushes
    await this.sync()
    expect(await this.disk_()).toEqual(before)
    expect(JSON.stringify([...this.server.heads])).toBe(heads)
    expect(this.server.pushes).toBe(pushes)
  }

  async answers(check_key: string, set: JsonObject, asset_id: string | null = 'a1'): Promise<string> {
    const op = await perform(this, (identity) => answerEdit(this.db, identity, ROUND, [{ cell: { asset_id, check_key }, set }]))
    if (op === null) throw new Error('nothing was written')
    return op
  }

  /** The answer as the screen shows it. */
  async sees(check_key: string, asset_id: string | null = 'a1'): Promise<DocumentTypes['answer'] | null> {
    return this.view('answer', answerId(ROUND, asset_id, check_key))
  }

  async view<T extends DocumentType>(type: T, id: string): Promise<DocumentTypes[T] | null> {
    const row = await this.db.documents.get(id)
    return row?.type === type ? asDocument<T>(row) : null
  }

  async entry(op: string): Promise<OutboxEntry> {
    const entry = await this.db.outbox.get(op)
    if (entry === undefined) throw new Error(`no entry ${op}`)
    return entry
  }

  private opened(): PersonDatabase {
    return new PersonDatabase(this.person_id, { indexedDB: this.disk, IDBKeyRange })
  }

  private async exchange<A>(serve: () => A): Promise<A> {
    if (this.fault === 'request lost') throw new NetworkError('no_answer')
    const answer = structuredClone(serve())
    if (this.fault === 'answer lost') throw new NetworkError('timeout')
    return answer
  }

  private async uploads(work: UploadWork): Promise<void> {
    if (this.fault !== null) throw new NetworkError('no_answer')
    if (work.upload_url !== null && this.server.hasAll(work.upload_url)) return
    const address = work.upload_url ?? `/files/${v7()}`
    if (work.upload_url === null) await work.onAddress(address)
    work.onProgress(work.blob.size)
    this.server.upload(work, address)
  }

  private async disk_(): Promise<unknown> {
    const { documents, outbox, blobs, cursors } = this.db
    const tables = await Promise.all([documents.toArray(), outbox.toArray(), blobs.toArray(), cursors.toArray()])
    return JSON.parse(JSON.stringify(tables)) as unknown
  }
}
