/** What stands beside an answer as its proof: photos pinned to it, its asset's scan, and whether chance asks for one. */
import type { Photo, PhotoPurpose, Scan, TemplateItem } from '../domain/types'
import { cellKey } from './items'
import type { SpotCheckRound } from './spotChecks'
import { isSpotCheck } from './spotChecks'

const OF_ITEM: readonly PhotoPurpose[] = ['item', 'before', 'after']

/** Of one cell: the purposes of its photos that were not withdrawn, whether the asset was scanned, whether chance asks. */
export interface Proof {
  readonly photos: ReadonlySet<PhotoPurpose>
  readonly scanned: boolean
  readonly spot_check: boolean
}

export const NO_PROOF: Proof = { photos: new Set(), scanned: false, spot_check: false }

/** Of a whole round. */
export interface Proofs {
  readonly round: SpotCheckRound
  readonly photos: ReadonlyMap<string, ReadonlySet<PhotoPurpose>>
  readonly scanned: ReadonlySet<string>
}

type PinnedPhoto = Pick<Photo, 'asset_id' | 'check_key' | 'purpose' | 'withdrawn_at'>

/** Gather what stands. */
export function proofsOf(round: SpotCheckRound, photos: readonly PinnedPhoto[], scans: readonly Pick<Scan, 'asset_id'>[]): Proofs {
  const pinned = new Map<string, Set<PhotoPurpose>>()
  for (const { asset_id, check_key, purpose, withdrawn_at } of photos) {
    if (withdrawn_at !== null || check_key === null || !OF_ITEM.includes(purpose)) continue
    const key = cellKey(asset_id, check_key)
    pinned.set(key, (pinned.get(key) ?? new Set()).add(purpose))
  }
  return { round, photos: pinned, scanned: new Set(scans.map((scan) => scan.asset_id)) }
}

export const proofOf = (
  { round, photos, scanned }: Proofs,
  item: Pick<TemplateItem, 'check_key' | 'kind' | 'required'>,
  assetId: string | null,
): Proof => ({
  photos: photos.get(cellKey(assetId, item.check_key)) ?? NO_PROOF.photos,
  scanned: assetId !== null && scanned.has(assetId),
  spot_check: isSpotCheck(round, item, assetId),
})
