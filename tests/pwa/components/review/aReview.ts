/** A submitted round and the one before it, as useReview hands them out: three assets, one finding, one reading that rose. */
import type {
  Answer, AnswerFields, Asset, AssetSheet, Comment, Conflict, ItemCell, Photo, PhotoView, Place, Project, Review, ReviewChange, Round,
  RoundBook, RoundEvent, Scan, SignedCopy, TemplateItem, Ticket,
} from '@/domain/types'
import { NO_PROOF } from '@/rules/proofs'

const IDLE = { pending: false, refused: null }
const aProject: Project = {
  id: 'project-1', code: 'P', name_zh: '机房托管', name_en: 'Machine room', contract_number: null, client_name_zh: null, client_name_en: null,
  provider_name_zh: null, provider_name_en: null, starts_on: null, ends_on: null, time_zone: 'Asia/Shanghai',
}

export function anItem(check_key: string, ordinal: number, with_: Partial<TemplateItem> = {}): TemplateItem {
  return {
    check_key, ordinal, scope: 'asset', categories: [], form_row: 4, kind: 'judgement', title_zh: check_key, title_en: check_key,
    unit: null, decimals: null, low: null, high: null, required: true, has_indication: true, has_actual: true,
    phrases_zh: [], phrases_en: [], guidance_zh: null, guidance_en: null, options: [], multiple: false, photo: 'none', scan: false, shown_if: null, ...with_,
  }
}

export function anAsset(id: string, with_: Partial<Asset> = {}): Asset {
  return {
    id, kind: 'device', category: 'ups', code: id.toUpperCase(), name_zh: 'UPS主机', name_en: 'UPS host', brand: null, model: null,
    serial: null, place_id: 'room-a', position: null, warranty_until: null, importance: 'key', photo_hash: null, end_a_id: null,
    end_b_id: null, installed_on: null, state: 'in_use', note: null, ...with_,
  }
}

export function anAnswer(id: string, with_: Partial<AnswerFields> & Partial<Answer> = {}): Answer {
  return {
    id, round_id: 'round-2', asset_id: 'ups-01', check_key: 'fan', value: 'normal', severity: null, reading: null, seen: null,
    indication: null, actual: null, remark: null, na_reason: null, unmeasurable_reason: null, overrule_reason: null,
    separate_ticket: null, chosen: null, text: null, fixed_on_site: null, same_as_last: null, answered_at: '2026-11-22T14:06:00+08:00', answered_by: 'engineer-1', ...with_,
  }
}

export function aPhoto(id: string, with_: Partial<Photo> = {}, state: PhotoView['state'] = 'verified'): PhotoView {
  const photo: Photo = {
    id, round_id: 'round-2', ticket_id: null, asset_id: 'ups-01', check_key: 'fan', purpose: 'item', hash: id, bytes: 1, width: 4,
    height: 3, mime: 'image/jpeg', taken_at: '2026-11-22T14:06:48+08:00', taken_by: 'engineer-1', markup: null,
    blob_state: 'verified', blob_reason: null, withdrawn_at: null, withdrawn_reason: null, ...with_,
  }
  return { photo, url: () => Promise.resolve(`/photos/${id}.svg`), state, sent_bytes: 1, work: IDLE }
}

export function aCell(item: TemplateItem, asset: Asset | null, answer: Answer | null, with_: Partial<ItemCell> = {}): ItemCell {
  const answer_id = `answer/${asset?.id ?? '-'}/${item.check_key}`
  return {
    key: `${asset?.id ?? '-'}/${item.check_key}`, item, ordinal: item.ordinal, asset, answer_id,
    answer: answer ? { ...answer, id: answer_id, asset_id: asset?.id ?? null, check_key: item.check_key } : null,
    photos: [], open_ticket: null, last_readings: [], filled: answer !== null, missing: answer ? null : 'answer', proof: NO_PROOF, last: null, conflict: null,
    comments: [], saved_at: null, work: IDLE, ...with_,
  }
}

export function aScan(asset_id: string, at: string, with_: Partial<Scan> = {}): Scan {
  return { id: `scan-${asset_id}`, round_id: 'round-2', asset_id, tag_id: null, raw: '', method: 'camera', reason: null, place: null, by: 'engineer-1', at, received_at: at, ...with_ }
}

export const aRoom = (id: string, name_zh: string): Place => ({ id, parent_id: null, kind: 'room', code: id, name_zh, name_en: name_zh, ordinal: 1 })

export function aSheet(asset: Asset, cells: readonly ItemCell[], scan: Scan | null, room: Place | null = aRoom('room-a', 'A机房')): AssetSheet {
  return { asset, place: room, room, tag: null, scan, cells, open_tickets: [], done: cells.length, total: cells.length, abnormal: 0, readings: null }
}

export function aRound(with_: Partial<Round> = {}): Round {
  return {
    id: 'round-2', plan_id: 'plan-1', occurrence_date: '2026-11-22', template_id: 'template-1', name_zh: '每日巡检·A机房',
    name_en: 'Daily round · Room A', place_id: 'room-a', asset_ids: [], due_at: null, number: 'XJ-20261122-01', problem: null,
    solution: null, cause: null, equipment: null, suggestion: null, remark: null, extra_asset_ids: [], assignee_ids: [],
    state: 'submitted', opened_at: '2026-11-22T14:02:00+08:00', submitted_at: '2026-11-22T14:31:00+08:00', sealed_at: null,
    seal_hash: null, incomplete: [], holding: [], proof_percent: 0, missed_at: null, reviewer_id: null, review_taken_at: null, ...with_,
  }
}

export function anEvent(id: string, name: RoundEvent['name'], with_: Partial<RoundEvent> = {}): RoundEvent {
  return { id, round_id: 'round-2', name, by: 'engineer-1', at: '2026-11-22T14:31:00+08:00', received_at: null, after: [], args: null, flags: [], ...with_ }
}

export function aComment(id: string, with_: Partial<Comment> = {}): Comment {
  return {
    id, round_id: 'round-2', answer_id: null, asset_id: 'ups-01', check_key: 'fan', photo_id: null, x: null, y: null,
    text: '清灰后再拍一张。', by: 'manager-2', at: '2026-11-22T15:00:00+08:00', withdrawn_at: null, ...with_,
  }
}

export function aConflict(id: string, doc_id: string, with_: Partial<Conflict> = {}): Conflict {
  return {
    id, doc_id, doc_type: 'answer', round_id: 'round-2', field: 'value', kept_value: 'normal', kept_op: 'op-1', kept_by: 'engineer-2',
    kept_at: '2026-11-22T14:00:00+08:00', standing_value: 'abnormal', standing_by: 'engineer-1', standing_at: '2026-11-22T14:06:00+08:00',
    state: 'open', settled_by: null, settled_at: null, settled_choice: null, ...with_,
  }
}

export function aTicket(id: string, with_: Partial<Ticket> = {}): Ticket {
  return {
    id, number: 'GD-0398', asset_id: 'ups-01', check_key: 'fan', round_id: 'round-1', title_zh: 'UPS 风扇异响', title_en: 'UPS fan noise',
    opened_at: '2026-11-20T09:00:00+08:00', severity: 3, assignee_ids: [], state: 'confirmed', is_open: true, repeat_of_id: null,
    closed_at: null, source: 'round', kind: null, complexity: null, description: null, found_at: '2026-11-20T09:00:00+08:00', place_id: null, elsewhere: false,
    reporter_name: null, reporter_phone: null, suggested_severity: null, severity_reason: null, remote_tried: null, remote_result: null, policy_id: null,
    tier: 1, step: 'waiting', clocks: [], next_due_at: null, confirmation: 'none', ...with_,
  }
}

export function aSignedCopy(party: SignedCopy['party'], with_: Partial<SignedCopy> = {}): SignedCopy {
  return {
    id: `signed-${party}`, round_id: 'round-2', party, signer_name: party === 'client' ? '甲方值班员01' : '维护工程师01', signer_phone: null,
    on_behalf: false, content: '{}', content_hash: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    strokes: { width: 1, height: 1, paths: [] }, seal_photo_id: null, opinion: null, by: 'engineer-1', at: '2026-11-22T14:31:00+08:00', ...with_,
  }
}

export function aBook(sheets: readonly AssetSheet[], with_: Partial<RoundBook> = {}): RoundBook {
  const cells = sheets.flatMap((sheet) => sheet.cells)
  const count = (value: string) => cells.filter(({ answer }) => answer?.value === value).length
  return {
    round: aRound(), plan: null, template: null, project: aProject, place: null, phase: 'submitted', sheets, round_cells: [],
    photos: cells.flatMap(({ photos }) => photos),
    signed: { engineer: aSignedCopy('engineer'), client: aSignedCopy('client'), engineer_stands: true, client_stands: true, opinions: [] },
    comments: [], sent_back: null, events: [anEvent('event-1', 'opened'), anEvent('event-2', 'submitted')], conflicts: [],
    counts: {
      assets: sheets.length, assets_done: sheets.length, items: cells.length, filled: cells.length, normal: count('normal'),
      abnormal: count('abnormal'), not_applicable: count('not_applicable'), unmeasured: 0, photos: 0,
    },
    missing: [], unsent: { operations: 0, photos: 0 }, work: IDLE, ...with_,
  }
}

const TEMPERATURE = anItem('temperature', 5, { kind: 'reading', title_zh: '电池表面温度', title_en: 'Battery surface', unit: '℃', decimals: 1, high: '30' })
const VOLTAGE = anItem('voltage', 4, { kind: 'reading', title_zh: '电池组电压', title_en: 'Battery', unit: 'V', decimals: 1, low: '264', high: '276' })
const FAN = anItem('fan', 6, { title_zh: '风扇与滤网', title_en: 'Fan and filter' })
const PANEL = anItem('panel', 1, { title_zh: '面板显示', title_en: 'Panel display' })

/** UPS-01 has a finding and a reading out of its limits; UPS-02 and UPS-03 are as they were. */
export function aReview(with_: Partial<Review> = {}, book_: Partial<RoundBook> = {}): Review {
  const assets = ['ups-01', 'ups-02', 'ups-03'].map((id) => anAsset(id))
  const cellsNow = (asset: Asset, at: number): ItemCell[] => [
    aCell(PANEL, asset, anAnswer('')),
    aCell(VOLTAGE, asset, anAnswer('', { reading: at === 0 ? '270.1' : '270.8' })),
    aCell(TEMPERATURE, asset, anAnswer('', at === 0 ? { value: 'abnormal', severity: 3, reading: '31.8' } : { reading: '27.9' })),
    at === 0
      ? aCell(FAN, asset, anAnswer('', { value: 'abnormal', severity: 3, seen: '左侧风扇间歇异响，滤网积灰约 2 mm' }), {
          photos: [aPhoto('photo-1'), aPhoto('photo-2')], open_ticket: aTicket('ticket-1'),
        })
      : aCell(FAN, asset, anAnswer('')),
  ]
  const cellsBefore = (asset: Asset): ItemCell[] => [
    aCell(PANEL, asset, anAnswer('')),
    aCell(VOLTAGE, asset, anAnswer('', { reading: '270.8' })),
    aCell(TEMPERATURE, asset, anAnswer('', { reading: '27.9' })),
    aCell(FAN, asset, anAnswer(''), { photos: asset.id === 'ups-01' ? [aPhoto('photo-0', { round_id: 'round-1', taken_at: '2026-11-21T09:12:30+08:00' })] : [] }),
  ]
  const now = assets.map((asset, at) => aSheet(asset, cellsNow(asset, at), aScan(asset.id, `2026-11-22T14:${String(4 + at * 10).padStart(2, '0')}:00+08:00`)))
  const before = assets.map((asset) => aSheet(asset, cellsBefore(asset), null))
  const book = aBook(now, book_)
  const previous = aBook(before, { round: aRound({ id: 'round-1', occurrence_date: '2026-11-21' }) })
  const changes = now.flatMap((sheet, at) =>
    sheet.cells.map((cell, index): ReviewChange => {
      const last = before[at]?.cells[index] ?? null
      const moved = cell.answer?.reading !== last?.answer?.reading || cell.answer?.value !== last?.answer?.value
      return { cell, before: last, kind: cell.answer?.value === 'abnormal' ? 'finding' : moved ? 'changed' : 'same', forecast: null }
    }),
  )
  return {
    book, previous, changes, changed_after_signature: [], holding: [], blockers: { conflicts: 0, photos: 0, missing: 0 }, ...with_,
  }
}
