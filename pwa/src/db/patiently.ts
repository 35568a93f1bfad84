/**
 * A browser that starts right after it was killed may find its disk held by what is left of the killed one: every
 * opening fails for a moment. That must not look as if nothing were there.
 */
import type Dexie from 'dexie'
import { reopen } from './personDatabase'
import { isLostConnection } from './storageErrors'

/** About five seconds in all: somebody waits for the first screen. */
const PAUSES_MS = [0, 100, 300, 700, 1_500, 2_500]

/** Work that may safely be done again, on a new connection each time. Rejects when the disk does not answer, or says a plain no. */
export async function patiently<T>(db: Dexie, work: () => PromiseLike<T>): Promise<T> {
  for (const pause of PAUSES_MS) {
    try {
      return await work()
    } catch (error) {
      if (!isLostConnection(error)) throw error
    }
    await new Promise((done) => setTimeout(done, pause))
    await reopen(db).catch(() => undefined)
  }
  return work()
}
