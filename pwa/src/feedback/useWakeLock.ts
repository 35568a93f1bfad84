import { onBeforeUnmount, onMounted } from 'vue'

/** Keep the screen awake while the calling screen is shown (scanner, reading, client page). Browsers drop the lock
    when the page is hidden, so it is asked for again on return; a refusal (battery saver) changes nothing. */
export function useWakeLock(): void {
  let lock: WakeLockSentinel | null = null
  let shown = false

  async function hold(): Promise<void> {
    if (!shown || document.visibilityState !== 'visible') return
    try {
      lock = await navigator.wakeLock.request('screen')
      if (!shown) await lock.release() // left while asking
    } catch {
      lock = null
    }
  }
  const again = () => void hold()

  onMounted(() => {
    if (!('wakeLock' in navigator)) return
    shown = true
    document.addEventListener('visibilitychange', again)
    void hold()
  })
  onBeforeUnmount(() => {
    shown = false
    document.removeEventListener('visibilitychange', again)
    void lock?.release()
  })
}
