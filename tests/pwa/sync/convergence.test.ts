/**
 * Random edits on four phones with lost, doubled and late messages, kills, clones, restores and revocations: at rest
 * every phone shows what the server would show it, every operation is in the books once, and outboxes are empty.
 * Seeded: a failing seed is the whole report.
 */
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/domain/errors'
import type { Step } from '@/sync/phone'
import { uploadOne } from '@/sync/uploadPhotos'
import type { FakeServer } from '../support/fakeServer'
import { photographs } from '../support/photos'
import { seededRandom } from '../support/random'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

const SEEDS = Array.from({ length: Number(process.env['SCHEDULES'] ?? 12) }, (_, k) => k + 1)
const TURNS = 60
const STEPS: readonly Step[] = ['push: batch read', 'push: answered', 'push: settled', 'pull: answered', 'pull: page applied', 'perform: committed']

class World {
  readonly server: FakeServer = makeServer()
  readonly phones: TestPhone[] = []
  private restore: (() => void) | null = null
  private written = 0

  constructor(private readonly random: () => number) {}

  async turn(): Promise<void> {
    const phone = this.one(this.phones)
    const what = this.random()
    if (what < 0.4) await this.writes(phone)
    else if (what < 0.85) await this.syncs(phone)
    else if (what < 0.9 && this.phones.length < 6) this.phones.push(await phone.clone())
    else if (what < 0.94) this.restore = this.server.backup()
    else if (what < 0.97) this.restore?.()
    else await photographs(phone, `picture ${this.written++}`)
  }

  async settles(): Promise<void> {
    for (let k = 0; k < 4; k++) for (const phone of this.phones) await this.settle(phone)
  }

  private async settle(phone: TestPhone): Promise<void> {
    try {
      await phone.syncWithPhotos()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      await phone.signsIn()
      await phone.syncWithPhotos()
    }
  }

  private async writes(phone: TestPhone): Promise<void> {
    const value = this.one(['normal', 'abnormal', 'not_applicable'])
    await phone.answers(this.one(['lamp', 'load']), this.random() < 0.5 ? { value } : { value, remark: `r${this.written++}` })
  }

  private async syncs(phone: TestPhone): Promise<void> {
    const fault = this.random()
    phone.fault = fault < 0.15 ? 'request lost' : fault < 0.35 ? 'answer lost' : null
    if (fault > 0.8) phone.killAt = this.one(STEPS)
    this.server.pageSize = this.one([2, 5, 500])
    try {
      await phone.sync()
      await uploadOne(phone, new AbortController().signal)
    } catch (error) {
      phone.restart() // whatever it was: the process is gone, the disk remains
      if (error instanceof ApiError && this.random() < 0.5) await phone.signsIn()
    } finally {
      phone.fault = null
      phone.killAt = null
    }
  }

  private one<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.random() * choices.length)]
    if (choice === undefined) throw new Error('nothing to choose from')
    return choice
  }
}

function shown(phone: TestPhone): Promise<unknown> {
  return phone.db.documents.toArray().then((rows) => rows.filter((row) => row.stream !== `user:${phone.person_id}`)
    .map(({ id, type, rev, fields, writers, pending }) => ({ id, type, rev, fields, writers, pending })).sort((a, b) => (a.id < b.id ? -1 : 1)))
}

function truth(server: FakeServer): unknown {
  return [...server.docs.values()].filter((doc) => !doc.gone && !doc.stream.startsWith('user:'))
    .map(({ id, type, rev, fields, writers }) => ({ id, type, rev, fields, writers, pending: 0 })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe.each(SEEDS)('schedule %i', (seed) => {
  it('ends with all phones and the server equal', async () => {
    const world = new World(seededRandom(seed))
    for (const person of ['anna', 'anna', 'bo', 'chen']) world.phones.push(await TestPhone.of(world.server, person))
    for (const phone of world.phones) await phone.sync()
    for (let k = 0; k < TURNS; k++) await world.turn()
    world.server.pageSize = 500
    await world.settles()
    for (const phone of world.phones) {
      expect(await shown(phone)).toEqual(truth(world.server))
      const entries = await phone.db.outbox.toArray()
      expect(entries.filter((entry) => entry.state !== 'reflected' || entry.to_send === 1)).toEqual([])
      expect(entries.every((entry) => world.server.ops.has(entry.op))).toBe(true)
      expect((await phone.db.blobs.toArray()).every((row) => row.state === 'verified')).toBe(true)
      await phone.syncsAgainAndNothingHappens()
    }
  })
})
