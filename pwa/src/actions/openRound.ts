import type { RoundBrief } from '../domain/types'

/** Open a round (its row is made by rule where it is missing) and return its id. Opening twice writes once. */
export async function openRound(brief: Pick<RoundBrief, 'id' | 'round' | 'plan' | 'occurrence_date'>): Promise<string> {
  throw new Error('openRound: not built yet')
}
