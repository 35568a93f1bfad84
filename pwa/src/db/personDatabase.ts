/**
 * One database per person on this phone: somebody else who signs in sees and sends nothing of it.
 * Durability strict: "saved" means on disk, not in the system's buffer (Chromium's default since 121).
 */
import Dexie, { type DexieOptions, type Table } from 'dexie'
import type { BlobRow, CursorRow, DocumentRow, DraftRow, MetaRow, OutboxEntry } from './rows'
import { declareVersions } from './versions'

export class PersonDatabase extends Dexie {
  readonly meta!: Table<MetaRow, string>
  readonly documents!: Table<DocumentRow, string>
  readonly outbox!: Table<OutboxEntry, string>
  readonly blobs!: Table<BlobRow, string>
  readonly cursors!: Table<CursorRow, string>
  readonly drafts!: Table<DraftRow, string>

  constructor(readonly person_id: string, options: DexieOptions = {}) {
    // cache disabled: Dexie would show a write before it is committed, and we promise the opposite.
    super(`roundsman-${person_id}`, { chromeTransactionDurability: 'strict', cache: 'disabled', ...options })
    declareVersions(this)
  }
}

/**
 * A new connection. The system closes old ones under memory pressure, and not every browser says so:
 * Dexie opens anew after a `close` event, db/writing.ts after an error that looks like a dead connection.
 */
export async function reopen(db: Dexie): Promise<void> {
  db.close({ disableAutoOpen: false })
  await db.open()
}
