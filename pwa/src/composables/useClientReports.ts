import type { Ref } from 'vue'
import { documentsOfType } from '../db/documents'
import type { ClientReport } from '../domain/types'
import { live } from './live'

/** The sealed records that a client may read, newest first. */
export function useClientReports(): Readonly<Ref<readonly ClientReport[] | null>> {
  return live(async ({ db }) => (await documentsOfType(db, 'client_report')).sort((a, b) => Date.parse(b.sealed_at) - Date.parse(a.sealed_at)))
}
