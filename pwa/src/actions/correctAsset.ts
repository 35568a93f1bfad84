import type { Asset } from '../domain/types'

/** Correct what is written about an asset. */
export async function correctAsset(asset: Pick<Asset, 'id'>, set: Partial<Omit<Asset, 'id'>>): Promise<void> {
  throw new Error('correctAsset: not built yet')
}
