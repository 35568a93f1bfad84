/** Photos, beside the passes: own pace, own back-off. Wakes after each pass, which may have brought new ones. */
import type { Trouble } from '../domain/types'
import { backoffMs } from './backoff'
import { Bell } from './bell'
import type { Phone } from './phone'
import { retryAfterOf, troubleOf } from './troubleOf'
import { uploadOne } from './uploadPhotos'

const IDLE_MS = 5 * 60_000

export class UploadLoop {
  trouble: Trouble | null = null
  private readonly bell = new Bell()
  private failures = 0

  constructor(
    private readonly phone: Phone,
    private readonly onTrouble: (trouble: Trouble | null) => void,
    /** Bytes have arrived: a pull soon shows them verified. */
    private readonly onReceived: () => void,
  ) {}

  wake(): void {
    this.bell.ring()
  }

  async run(ended: AbortSignal): Promise<void> {
    if (ended.aborted) return // nobody would ring, and the lock of the leading tab would not be given back
    ended.addEventListener('abort', () => {
      this.bell.ring()
    })
    await this.bell.heard(IDLE_MS) // operations first
    while (!ended.aborted) {
      const pause = await this.next(ended)
      if (pause > 0 && !ended.aborted) await this.bell.heard(pause)
    }
  }

  private async next(ended: AbortSignal): Promise<number> {
    if (navigator.onLine === false) return IDLE_MS
    try {
      const sent = await uploadOne(this.phone, ended)
      this.failures = 0
      this.say(null)
      if (sent) this.onReceived()
      return sent ? 0 : IDLE_MS
    } catch (error) {
      this.failures += 1
      this.say(troubleOf(error))
      return Math.max(backoffMs(this.failures, this.phone.random), retryAfterOf(error))
    }
  }

  private say(trouble: Trouble | null): void {
    if (trouble === this.trouble) return
    this.trouble = trouble
    this.onTrouble(trouble)
  }
}
