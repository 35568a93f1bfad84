import { describe, expect, it } from 'vitest'
import { namedIn, said } from '@/components/attention/said'

describe('what a person said in an operation', () => {
  it('an edit: the fields it sets, without whose row and what it was', () => {
    const body = { op: 'o', name: 'answer_item', edits: [{ doc: 'd', type: 'answer', set: { value: 'abnormal', severity: 3 }, was: { value: ['x'] } }] }
    expect(said(body)).toEqual([{ field: 'value', value: 'abnormal' }, { field: 'severity', value: 3 }])
  })
  it('an event: its words, without ids, hashes and strokes', () => {
    const body = { name: 'sign_round', args: { signer_name: '甲方值班员01', strokes: { paths: [] }, content_hash: 'ab', seal_photo_id: 'p', on_behalf: false } }
    expect(said(body)).toEqual([{ field: 'signer_name', value: '甲方值班员01' }, { field: 'on_behalf', value: false }])
  })
  it('a field that was emptied is said too', () => {
    expect(said({ edits: [{ set: { remark: null } }] })).toEqual([{ field: 'remark', value: null }])
  })
  it.each([null, 'text', 7, [], { edits: 'x' }, { args: null }])('nothing readable in %j', (body) => expect(said(body)).toEqual([]))
})

describe('what an operation is about', () => {
  it('an edit of a row with a key: the item', () => {
    const edits = [{ doc: 'd', type: 'answer', key: { round_id: 'r', asset_id: 'a', check_key: 'fan' }, set: {} }]
    expect(namedIn({ edits })).toEqual({ doc: 'd', round_id: 'r', asset_id: 'a', check_key: 'fan' })
  })
  it('an event: its document, and the asset in its arguments', () => {
    expect(namedIn({ doc: 'r', args: { asset_id: 'a', method: 'typed' } })).toEqual({ doc: 'r', round_id: null, asset_id: 'a', check_key: null })
  })
  it('nothing in what cannot be read', () => {
    expect(namedIn('text')).toEqual({ doc: null, round_id: null, asset_id: null, check_key: null })
    expect(namedIn({ edits: ['x'], doc: 7 })).toMatchObject({ doc: null })
  })
})
