/**
 * The numbered versions of a person's database. Add a version, never change one that was shipped.
 * An upgrade may rebuild `documents` and `cursors` (the server shows them again);
 * it may not touch `outbox` and `blobs`: they hold work that exists nowhere else.
 */
import type Dexie from 'dexie'

export function declareVersions(db: Dexie): void {
  db.version(1).stores({
    meta: 'key',
    documents: 'id, type, stream, round_id, ticket_id, [type+round_id], [type+ticket_id], [type+asset_id], [type+lookup], old',
    outbox: 'op, n, round_id, ticket_id, [round_id+to_send], [to_send+n], [state+acknowledged_at], *pending_docs',
    blobs: 'hash, photo_id, [round_id+state], [state+created_at]',
    cursors: 'stream',
    drafts: 'key',
  })
}
