/** "7 items set to normal · Undo": made on the asset's page, offered on its items until the next tap there. */
import { shallowRef } from 'vue'

export interface AllNormalUndo {
  readonly round_id: string
  /** null: the round's own items. */
  readonly asset_id: string | null
  readonly count: number
  readonly at: string
  readonly undo: () => Promise<void>
}

export const allNormalUndo = shallowRef<AllNormalUndo | null>(null)
