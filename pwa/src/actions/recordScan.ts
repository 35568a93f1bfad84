import type { Asset, ScanMethod } from '../domain/types'

/** Write the proof of presence at an asset. */
export async function recordScan(roundId: string, asset: Pick<Asset, 'id'>, proof: { raw: string; method: ScanMethod; reason?: string | null; tag_id?: string | null }): Promise<void> {
  throw new Error('recordScan: not built yet')
}
