/** The order on the board under a pointer: nothing moves while a person is about to press. Pure. */
export const STILL_MS = 2_000

interface Row { readonly id: string }

/** The shown order with the newest contents: gone rows keep their last content, new ones wait for the next order. */
export function heldRows<T extends Row>(shown: readonly T[], newest: readonly T[]): T[] {
  const by_id = new Map(newest.map((row) => [row.id, row]))
  return shown.map((row) => by_id.get(row.id) ?? row)
}

export const isOtherOrder = (shown: readonly Row[], newest: readonly Row[]): boolean =>
  shown.length !== newest.length || shown.some(({ id }, index) => newest[index]?.id !== id)
