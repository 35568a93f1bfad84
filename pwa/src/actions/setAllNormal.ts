import type { ItemCell } from '../domain/types'
export interface AllNormal { readonly count: number; readonly undo: () => Promise<void> }

/** Answer every judgement that has no answer with normal; readings are never filled in. */
export async function setAllNormal(roundId: string, cells: readonly ItemCell[]): Promise<AllNormal> {
  throw new Error('setAllNormal: not built yet')
}
