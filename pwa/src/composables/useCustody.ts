import type { Ref } from 'vue'
import { asDocument, getDocument, held, rowsOf } from '../db/documents'
import { readContact } from '../db/meta'
import type { BlobRow, DocumentRow, OutboxEntry } from '../db/rows'
import { later } from '../domain/instant'
import type { Custody, CustodyLine, CustodyPhoto, OperationName, PhotoView, Ticket } from '../domain/types'
import { canSendAgain } from '../sync/custody'
import type { Phone } from '../sync/phone'
import { live } from './live'
import { photoViews } from './photoViews'

/** Custody receipt of one round: what the server holds, file by file. */
export function useCustody(roundId: Ref<string>): Readonly<Ref<Custody | null>> {
  return live((phone) => readCustody(phone, roundId.value), roundId)
}

async function readCustody(phone: Phone, roundId: string): Promise<Custody | null> {
  const { db } = phone
  const entries = await db.outbox.where('round_id').equals(roundId).toArray()
  const [answers, signed, submits] = await Promise.all([
    rowsOf(db, 'answer', 'round_id', roundId), rowsOf(db, 'signed_copy', 'round_id', roundId), rowsOf(db, 'round_event', 'round_id', roundId),
  ])
  const up_to_date_at = (await readContact(db)).up_to_date_at
  const items = lineOf(answers, entries, 'answer_item', up_to_date_at)
  const signatures = lineOf(signed, entries, 'sign_round', up_to_date_at)
  const photos = await readPhotos(phone, roundId)
  const submitted = submits.filter((row) => row.fields['name'] === 'submitted')
  const unsettled = entries.some((entry) => entry.state !== 'reflected')
  const complete = submitted.length > 0 && !unsettled && items.held === items.total && photos.every(({ state }) => state === 'verified' || state === 'lost')
  const verifiedAt = [items.verified_at, signatures.verified_at, ...photos.map((photo) => photo.verified_at)].reduce(later, null)
  return {
    items, signatures, photos,
    submitted: submitted.some((row) => row.rev > 0),
    complete_at: complete ? (verifiedAt ?? up_to_date_at) : null,
    tickets: await ticketsOf(phone, roundId),
  }
}

/** Held: shown by the server itself, with nothing of ours still lying over it. */
function lineOf(rows: readonly DocumentRow[], entries: readonly OutboxEntry[], name: OperationName, up_to_date_at: string | null): CustodyLine {
  const held = rows.filter((row) => row.rev > 0 && row.pending === 0).length
  const acknowledged = entries.filter((entry) => entry.name === name && entry.acknowledged_at !== '').map((entry) => entry.acknowledged_at)
  return {
    total: rows.length,
    held,
    refused: rows.filter((row) => row.refused !== null).length,
    verified_at: rows.length > 0 && held === rows.length ? (acknowledged.reduce(later, null) ?? up_to_date_at) : null,
  }
}

async function readPhotos({ db }: Phone, roundId: string): Promise<CustodyPhoto[]> {
  const rows = await rowsOf(db, 'photo', 'round_id', roundId)
  const views = await photoViews(db, rows.map((row) => held<'photo'>(row)))
  const blobs = await db.blobs.bulkGet(views.map((view) => view.photo.hash))
  const round = await getDocument(db, 'round', roundId)
  const template = await getDocument(db, 'template', round?.template_id ?? null)
  return Promise.all(views.map(async (photo, k) => ({
    ...custodyOf(photo, blobs[k]),
    asset: await getDocument(db, 'asset', photo.photo.asset_id),
    item: template?.items.find((item) => item.check_key === photo.photo.check_key) ?? null,
  })))
}

function custodyOf(photo: PhotoView, blob: BlobRow | undefined): Omit<CustodyPhoto, 'asset' | 'item'> {
  return {
    photo,
    bytes: photo.photo.bytes,
    sent: photo.sent_bytes,
    state: photo.state,
    verified_at: blob?.verified_at ?? null,
    reason: blob?.reason ?? photo.photo.blob_reason,
    can_send_again: blob !== undefined && canSendAgain(blob),
  }
}

async function ticketsOf({ db }: Phone, roundId: string): Promise<Ticket[]> {
  const findings = (await rowsOf(db, 'finding', 'round_id', roundId)).map((row) => asDocument<'finding'>(row))
  const tickets = await db.documents.bulkGet([...new Set(findings.map((finding) => finding.ticket_id))])
  return tickets.filter((row) => row?.type === 'ticket').map((row) => asDocument<'ticket'>(row as DocumentRow))
}
