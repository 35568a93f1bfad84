/** A project small enough to know by heart: one room, two assets, one round of five things to answer. */
import type { JsonObject, TemplateItem } from '@/domain/types'
import { memberId } from '@/rules/ids'
import { FakeServer } from './fakeServer'

export const ROUND = '0192aaaa-0000-7000-8000-000000000001'
export const TICKET = '0192aaaa-0000-7000-8000-000000000002'
export const TAG_CHECK = 'ABCDEFGHIJKLMNOP'

const item = (check_key: string, over: Partial<TemplateItem> = {}): TemplateItem => ({
  check_key, ordinal: 1, scope: 'asset', categories: [], form_row: null, kind: 'judgement', title_zh: check_key, title_en: check_key,
  unit: null, decimals: null, low: null, high: null, required: true, has_indication: false, has_actual: false,
  phrases_zh: [], phrases_en: [], guidance_zh: null, guidance_en: null, options: [], multiple: false, photo: 'none', scan: false, shown_if: null, ...over,
})

export const ITEMS = [
  item('lamp'),
  item('load', { ordinal: 2, kind: 'reading', unit: '%', decimals: 0, low: '0', high: '80', categories: ['ups'] }),
  item('whole', { ordinal: 9, scope: 'round', form_row: 7 }),
]

const ROUND_FIELDS: JsonObject = {
  plan_id: 'plan1', occurrence_date: '2026-11-22', template_id: 't1', name_zh: '每日巡检', name_en: 'Daily round', place_id: 'room1',
  asset_ids: ['a1', 'a2'], due_at: '2026-11-22T10:00:00.000Z', number: 'XJ-20261122-01',
  problem: null, solution: null, cause: null, equipment: null, suggestion: null, remark: null,
  extra_asset_ids: [], assignee_ids: [], state: 'planned', opened_at: null, submitted_at: null, sealed_at: null, seal_hash: null, incomplete: [], holding: [],
  proof_percent: 0, missed_at: null, reviewer_id: null, review_taken_at: null,
}

export function makeServer(): FakeServer {
  const server = new FakeServer()
  const project = (id: string, type: Parameters<FakeServer['insert']>[1], fields: JsonObject): void => void server.insert(id, type, 'project:p1', fields)
  server.insert('t1', 'template', 'org:o1', {
    key: 'daily', version: 1, name_zh: '巡检记录单', name_en: 'Inspection record', resign: 'on_finding_change', published_at: '2026-01-01T00:00:00Z',
    items: ITEMS as unknown as JsonObject[],
  })
  project('p1', 'project', { code: 'P1', name_zh: '机房', name_en: 'Machine room', contract_number: null, time_zone: 'Asia/Shanghai' })
  project('room1', 'place', { parent_id: null, kind: 'room', code: 'A', name_zh: 'A机房', name_en: 'Room A', ordinal: 1 })
  for (const [id, category] of [['a1', 'ups'], ['a2', 'server']] as const) {
    project(id, 'asset', { kind: 'device', category, code: id.toUpperCase(), name_zh: id, name_en: id, place_id: 'room1', importance: 'normal', state: 'in_use', note: null })
  }
  project('tag1', 'tag', { asset_id: 'a1', code: '7K3M2QC', check: TAG_CHECK, issued_at: '2026-01-01T00:00:00Z', revoked_at: null, revoked_reason: null, replaced_by_id: null })
  for (const person of ['anna', 'bo', 'chen']) {
    project(memberId('p1', person), 'member', { person_id: person, display_name_zh: person, display_name_en: person, roles: ['engineer'] })
  }
  project('plan1', 'plan', {
    name_zh: '每日巡检', name_en: 'Daily round', template_key: 'daily', kind: 'daily', place_id: 'room1', asset_ids: ['a1', 'a2'],
    rule: { every: 'day', on: null }, due_time: '18:00', starts_on: '2026-01-01', ends_on: null, assignee_ids: [], scope: null,
    assign_by: 'people', lead_days: 0, proof_percent: 0, if_missed: 'keep', grace_days: 0, on_holiday: 'keep',
  })
  project(ROUND, 'round', ROUND_FIELDS)
  project(TICKET, 'ticket', {
    number: 'GD-0001', asset_id: 'a1', check_key: 'lamp', round_id: null, title_zh: '灯异常', title_en: 'Lamp', opened_at: '2026-11-01T00:00:00Z',
    severity: 3, assignee_ids: ['anna'], state: 'raised', is_open: true, repeat_of_id: null, closed_at: null,
    source: 'round', found_at: '2026-11-01T00:00:00Z', tier: 1, step: 'waiting', clocks: [], next_due_at: null, confirmation: 'none', policy_id: null,
  })
  return server
}
