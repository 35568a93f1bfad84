import type { Ref } from 'vue'
import { readMeta } from '../db/meta'
import { live } from './live'

/** The reports that this person has opened on this device. */
export function useOpenedReports(): Readonly<Ref<ReadonlySet<string> | null>> {
  return live(async ({ db }) => new Set(await readMeta(db, 'opened_reports')))
}
