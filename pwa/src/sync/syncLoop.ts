/**
 * When to sync: at the start, after each write, when the network or the screen comes back, and now and then.
 *
 *     asleep ──asked / timer──► pass (push, pull) ──done──► asleep (poll)
 *        ▲                          │ failed
 *        └────── back-off ≤ 60 s ◄──┘         uploads run beside it and never hold it up
 */
import { blobsIn } from '../db/blobs'
import { toInstant } from '../domain/instant'
import type { Trouble } from '../domain/types'
import { backoffMs } from './backoff'
import { Bell } from './bell'
import { leadWhenFree, openChannel, type TabMessage } from './leader'
import type { Phone } from './phone'
import { syncPass } from './syncPass'
import { tidyUp } from './visited'
import { AT_REST, type SyncState } from './syncState'
import { retryAfterOf, troubleOf } from './troubleOf'
import { UploadLoop } from './uploadLoop'

export const LOCAL_CHANGE = 'local change'

const POLL_MS = 20_000
const POLL_HIDDEN_MS = 5 * 60_000
const POLL_CUSTODY_MS = 3_000 // bytes have arrived and are being checked: the receipt is near

export class SyncLoop {
  state: SyncState = AT_REST
  private readonly bell = new Bell()
  private readonly over = new AbortController()
  private readonly channel: BroadcastChannel | null
  private readonly uploads: UploadLoop
  private failures = 0
  private leads = false

  constructor(
    private readonly phone: Phone,
    private readonly onState: (state: SyncState) => void,
    private readonly greet: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.channel = openChannel(`roundsman-sync-${phone.person_id}`)
    this.channel?.addEventListener('message', this.onMessage)
    this.uploads = new UploadLoop(phone, (trouble) => {
      this.uploadTrouble(trouble)
    }, () => {
      this.bell.ring()
    })
  }

  /** Returns at once; the loop runs until stop(). */
  start(): void {
    globalThis.addEventListener?.('online', this.onOnline)
    globalThis.addEventListener?.('offline', this.onOffline)
    globalThis.document?.addEventListener('visibilitychange', this.onVisible)
    void leadWhenFree(`roundsman-sync-${this.phone.person_id}`, (ended) => this.lead(ended), this.over.signal)
  }

  stop(): void {
    this.over.abort()
    this.bell.ring()
    this.channel?.close()
    globalThis.removeEventListener?.('online', this.onOnline)
    globalThis.removeEventListener?.('offline', this.onOffline)
    globalThis.document?.removeEventListener('visibilitychange', this.onVisible)
  }

  /** Sync soon; in the leader's tab if this is not it. A tap does not cut a back-off short, a person's wish does. */
  request(reason: string): void {
    if (reason === LOCAL_CHANGE && this.state.phase === 'waiting') return
    if (this.leads) this.bell.ring()
    else this.channel?.postMessage({ kind: 'sync wanted' } satisfies TabMessage)
  }

  private async lead(ended: AbortSignal): Promise<void> {
    this.leads = true
    await tidyUp(this.phone).catch(() => undefined) // it only makes room: the next start tries again, sending waits for nothing
    const uploading = this.uploads.run(ended)
    while (!ended.aborted) {
      const pause = await this.pass()
      if (!ended.aborted) await this.bell.heard(pause)
    }
    await uploading
    this.leads = false
  }

  /** One pass; gives how long to sleep afterwards, unless somebody rings. */
  private async pass(): Promise<number> {
    if (navigator.onLine === false) {
      this.show({ phase: 'offline', trouble: null, next_try_at: null, passes: this.state.passes + 1 })
      return POLL_HIDDEN_MS
    }
    try {
      await this.greet()
      const passed = await syncPass(this.phone, (phase) => {
        this.show({ ...this.state, phase })
      })
      this.failures = 0
      if (!passed.done) return this.wait('too_old', passed.after_ms)
      this.uploads.wake()
      this.show({ phase: 'idle', trouble: this.uploads.trouble, next_try_at: null, passes: this.state.passes + 1 })
      return await this.pollAfter()
    } catch (error) {
      this.failures += 1
      if (troubleOf(error) === 'not_allowed') this.uploads.wake() // a revoked device still hands in its photos
      return this.wait(troubleOf(error), Math.max(backoffMs(this.failures, this.phone.random), retryAfterOf(error)))
    }
  }

  private async pollAfter(): Promise<number> {
    if ((await blobsIn(this.phone.db, 'received').count()) > 0) return POLL_CUSTODY_MS
    return globalThis.document?.visibilityState === 'hidden' ? POLL_HIDDEN_MS : POLL_MS
  }

  private wait(trouble: Trouble, pause: number): number {
    const next_try_at = toInstant(this.phone.clock.now() + pause)
    this.show({ phase: 'waiting', trouble, next_try_at, passes: this.state.passes + 1 })
    return pause
  }

  private show(state: SyncState): void {
    this.state = state
    this.onState(state)
    if (!this.over.signal.aborted) this.channel?.postMessage({ kind: 'state', state } satisfies TabMessage)
  }

  private uploadTrouble(trouble: Trouble | null): void {
    if (this.state.phase === 'idle') this.show({ ...this.state, trouble })
  }

  private readonly onMessage = ({ data }: MessageEvent<TabMessage>): void => {
    if (data.kind === 'sync wanted') this.bell.ring()
    else if (!this.leads) {
      this.state = data.state as SyncState
      this.onState(this.state)
    }
  }

  private readonly onOnline = (): void => {
    this.failures = 0
    this.request('online')
    this.uploads.wake()
  }
  private readonly onOffline = (): void => {
    if (this.leads) this.bell.ring()
  }
  private readonly onVisible = (): void => {
    if (document.visibilityState === 'visible') this.request('visible')
  }
}
