import { describe, expect, it } from 'vitest'
import { said } from '@/components/attention/said'

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
