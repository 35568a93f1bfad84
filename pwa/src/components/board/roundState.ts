/** How a round of the board stands: missed, late, or as its events say. */
import type { BoardRound } from '@/domain/types'

export type BoardRoundState = BoardRound['state'] | 'late' | 'missed'

export const isIn = ({ state }: BoardRound): boolean => state === 'submitted' || state === 'sealed'

export function stateOnBoard(round: BoardRound, nowMs: number): BoardRoundState {
  if (isIn(round)) return round.state
  if (round.missed_at !== null) return 'missed'
  return round.state !== 'sent_back' && Date.parse(round.due_at) < nowMs ? 'late' : round.state
}

export const countIn = (rounds: readonly BoardRound[], state: BoardRoundState, nowMs: number): number =>
  rounds.filter((round) => stateOnBoard(round, nowMs) === state).length
