import type { ScanMethod, ScanResult } from '../domain/types'

/** Say what a code is. A pure look-up, writes nothing; recordScan writes the proof of presence. */
export async function scanTag(raw: string, method: ScanMethod, roundId: string | null = null): Promise<ScanResult> {
  throw new Error('scanTag: not built yet')
}
