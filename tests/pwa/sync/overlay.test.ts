import { describe, expect, it } from 'vitest'
import type { OutboxEntry } from '@/db/rows'
import type { Edit } from '@/domain/types'
import { type Base, overlay } from '@/sync/overlay'

const base = (fields: Base['fields'], writers: Base['writers'] = {}): Base => ({ type: 'round', stream: 'project:p1', rev: 4, fields, writers })

const entry = (over: Partial<OutboxEntry>): OutboxEntry => ({
  op: 'o1', n: 1, name: 'write_form', schema: 1, body: { op: 'o1', name: 'write_form', at: '', edits: [] }, bytes: 1, docs: ['d'], pending_docs: ['d'],
  rows: [], patches: [], round_id: null, ticket_id: null, state: 'queued', to_send: 1, result: null, asked_at_ack: 0, reissued_from: null,
  created_at: '', acknowledged_at: '', ...over,
})

const edits = (op: string, set: Edit['set'], over: Partial<OutboxEntry> = {}): OutboxEntry =>
  entry({ op, body: { op, name: 'write_form', at: '', edits: [{ doc: 'd', type: 'round', set, was: {} }] }, ...over })

describe('the view of a document', () => {
  it('is the base where nothing lies over it, and keeps no second copy', () => {
    expect(overlay('d', base({ problem: 'a' }), [])).toMatchObject({ fields: { problem: 'a' }, base: null, rev: 4, pending: 0 })
  })

  it('is nothing that neither the server nor an own operation knows', () => {
    expect(overlay('d', null, [])).toBeNull()
    expect(overlay('d', null, [edits('o1', { problem: 'a' })])).toBeNull()
  })

  it('shows own edits in the order in which they were written, and who wrote', () => {
    const view = overlay('d', base({ problem: 'a', cause: 'c' }, { problem: ['x'] }), [edits('o1', { problem: 'b' }), edits('o2', { problem: 'c' })])
    expect(view).toMatchObject({ fields: { problem: 'c', cause: 'c' }, writers: { problem: ['o2'] }, base: { fields: { problem: 'a' } }, pending: 2 })
  })

  it('adds and removes members of a set, each with writers of its own', () => {
    const ground = base({ extra_asset_ids: ['a'] }, { 'extra_asset_ids+a': ['x'] })
    const view = overlay('d', ground, [edits('o1', { extra_asset_ids: { add: ['b'], remove: { a: ['x'] } } })])
    expect(view?.fields).toEqual({ extra_asset_ids: ['b'] })
    expect(view?.writers).toEqual({ 'extra_asset_ids+b': ['o1'] })
  })

  it('is the row that an event makes until the server shows its own', () => {
    const made = entry({ rows: [{ id: 'd', type: 'scan', stream: 'project:p1', fields: { raw: 'mine' } }] })
    expect(overlay('d', null, [made])).toMatchObject({ type: 'scan', rev: 0, fields: { raw: 'mine' } })
    expect(overlay('d', base({ raw: 'theirs' }), [made])).toMatchObject({ rev: 4, fields: { raw: 'theirs' } })
  })

  it('lays derived fields over it, and says why an operation was not accepted', () => {
    const parked = entry({ op: 'o9', patches: [{ doc: 'd', set: { submitted_at: 'now' } }], result: { op: 'o9', outcome: 'parked', code: 'sealed', message: 'too late' } })
    expect(overlay('d', base({ submitted_at: null }), [parked])).toMatchObject({
      fields: { submitted_at: 'now' }, refused: { op: 'o9', code: 'sealed', reason: null, message: 'too late' },
    })
  })
})
