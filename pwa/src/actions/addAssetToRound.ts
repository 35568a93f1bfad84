/** Add an asset of another room to this round. */
export async function addAssetToRound(roundId: string, assetId: string): Promise<void> {
  throw new Error('addAssetToRound: not built yet')
}
