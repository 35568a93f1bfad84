/**
 * One database per person on this phone: somebody else who signs in sees and sends nothing of it.
 * Durability strict: "saved" means on disk, not in the system's buffer (Chromium's default since 121).
 */
import Dexie, { type Table } from 'dexie'
import type { BlobRow, CursorRow, DocumentRow, DraftRow, MetaRow, OutboxEntry } from './rows'
import { declareVersions } from './versions'

export class PersonDatabase extends Dexie {
  readonly meta!: Table<MetaRow, string>
  readonly documents!: Table<DocumentRow, string>
  readonly outbox!: Table<OutboxEntry, string>
  readonly blobs!: Table<BlobRow, string>
  readonly cursors!: Table<CursorRow, string>
  readonly drafts!: Table<DraftRow, string>

  constructor(readonly person_id: string) {
    // cache disabled: Dexie would show a write before it is committed, and we promise the opposite.
    super(`roundsman-${person_id}`, { chromeTransactionDurability: 'strict', cache: 'disabled' })
    declareVersions(this)
    // The system closes connections under memory pressure; every later save would fail silently.
    this.on('close', () => void reopen(this).catch(() => undefined))
  }
}

export async function reopen(db: Dexie): Promise<void> {
  db.close({ disableAutoOpen: false })
  await db.open()
}
