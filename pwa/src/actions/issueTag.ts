import type { Asset, Decision } from '../domain/types'

/** Give an asset a tag with a fresh code. */
export async function issueTag(asset: Pick<Asset, 'id'>): Promise<Decision> {
  throw new Error('issueTag: not built yet')
}
