import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { approveRound } from '@/actions/approveRound'
import { settleParked } from '@/actions/settleParked'
import { submitRound } from '@/actions/submitRound'
import * as current from '@/sync/currentPhone'
import { decide } from '@/sync/decide'
import { seenRound } from '@/sync/seenRound'
import { TestPhone } from '../support/testPhone'
import { makeServer, ROUND } from '../support/world'

let anna: TestPhone
let boss: TestPhone

/** The sync loop of the supervisor's tab, as far as a decision cares: a ring makes one pass. */
function answering(phone: TestPhone): void {
  vi.spyOn(current, 'askForSync').mockImplementation(() => undefined)
  const ring = setInterval(() => void phone.sync().catch(() => undefined), 20)
  return void stops.push(() => clearInterval(ring))
}
const stops: (() => void)[] = []

beforeEach(async () => {
  const server = makeServer()
  anna = (await TestPhone.of(server, 'anna')).use()
  await anna.sync()
  await anna.answers('lamp', { value: 'normal' })
  await submitRound(ROUND, { client_absent: true })
  await anna.sync()
  boss = (await TestPhone.of(server, 'bo')).use()
  await boss.sync()
})
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
  vi.unstubAllGlobals()
  current.currentPhone.value = null
})

describe('a decision', () => {
  it('is made on exactly what was on the screen: the round and every row of it, with their writers', async () => {
    const seen = await seenRound(boss.db, ROUND)
    const rows = await boss.db.documents.where('round_id').equals(ROUND).toArray()
    expect(Object.keys(seen).sort()).toEqual([ROUND, ...rows.map((row) => row.id)].sort())
    expect(Object.values(seen)).toContainEqual([expect.any(String)])
  })

  it('is applied, and the screen shows it when the promise resolves', async () => {
    answering(boss)
    expect(await approveRound(ROUND)).toEqual({ outcome: 'applied' })
    expect(await boss.view('round', ROUND)).toMatchObject({ state: 'sealed' })
    stops.splice(0).forEach((stop) => stop())
    await boss.sync()
    await boss.syncsAgainAndNothingHappens()
  })

  it('that was overtaken is parked, and nothing of it stays on the screen', async () => {
    const pull = boss.wire.pull
    Object.assign(boss.wire, { // a late answer arrives between the press and the push
      pull: async (request: Parameters<typeof pull>[0]) => {
        if (!anna.steps.includes('push: settled')) await anna.answers('load', { reading: '99' }).then(() => anna.sync())
        return pull(request)
      },
    })
    anna.steps = []
    answering(boss)
    expect(await approveRound(ROUND)).toMatchObject({ outcome: 'parked', code: 'stale' })
    expect(await boss.view('round', ROUND)).toMatchObject({ state: 'submitted', id: ROUND })
    expect((await boss.db.documents.get(ROUND))?.pending).toBe(0)
  })

  it('about an operation that still cannot be applied says why, and not that it is done (regression)', async () => {
    const push = boss.wire.push
    const subject = { op: 'o1', outcome: 'parked', code: 'invalid', reason: 'unknown_reference', message: 'elsewhere' } as const
    Object.assign(boss.wire, {
      push: async (request: Parameters<typeof push>[0]) => {
        const answer = await push(request)
        return { ...answer, results: answer.results.map((result) => ({ op: result.op, outcome: 'applied', docs: [], subject })) }
      },
    })
    answering(boss)
    expect(await settleParked('o1', 'accept')).toEqual({ outcome: 'parked', code: 'invalid', reason: 'unknown_reference', message: 'elsewhere' })
  })

  it('made offline is answered so and not queued', async () => {
    vi.stubGlobal('navigator', { onLine: false })
    expect(await approveRound(ROUND)).toEqual({ outcome: 'offline' })
    expect(await boss.db.outbox.count()).toBe(0)
  })

  it('without a sign of life from the server is not written either', async () => {
    vi.spyOn(current, 'askForSync').mockImplementation(() => {
      current.syncState.value = { phase: 'waiting', trouble: 'no_answer', next_try_at: null, passes: current.syncState.value.passes + 1 }
    })
    expect(await approveRound(ROUND)).toEqual({ outcome: 'offline' })
    expect(await boss.db.outbox.count()).toBe(0)
  })

  it('that went out and got no answer in time is not said to be unsent: it is on its way', async () => {
    answering(boss)
    Object.assign(boss.wire, { push: () => new Promise(() => undefined) })
    const seen = await seenRound(boss.db, ROUND)
    const wanted = { name: 'approve_round', doc: ROUND, args: { reason: null }, seen, round_id: ROUND } as const
    expect(await decide(() => Promise.resolve(wanted), 300)).toEqual({ outcome: 'unanswered' })
    expect((await boss.db.outbox.toArray()).map(({ name }) => name)).toEqual(['approve_round'])
  })
})
