/** The same members in another order, one order a seed. */
export function shuffled<T>(members: readonly T[], seed: number): T[] {
  let state = seed * 2_654_435_761 + 1
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648)
  return members
    .map((member) => ({ member, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ member }) => member)
}

export const SEEDS = Array.from({ length: 20 }, (_, seed) => seed)
