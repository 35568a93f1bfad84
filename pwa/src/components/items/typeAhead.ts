/** A thumb quicker than the disk: keys pressed while a number is being stored are meant for the next reading, and wait for it. */
import type { PadKey } from './padText'

export type Press = PadKey | 'ok'

export interface TypeAhead {
  /** From now on keys wait. */
  hold(): void
  /** True: the key waits, do nothing with it. */
  keeps(key: Press): boolean
  /** Nothing waits any longer; gives what waited, for whom it was meant. */
  release(): readonly Press[]
}

export function typeAhead(): TypeAhead {
  let holding = false
  let waiting: Press[] = []
  return {
    hold: () => void (holding = true),
    keeps(key) {
      if (holding) waiting.push(key)
      return holding
    },
    release() {
      const released = waiting
      ;[holding, waiting] = [false, []]
      return released
    },
  }
}
