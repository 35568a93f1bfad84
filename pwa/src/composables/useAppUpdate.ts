import { computed, type Ref, shallowRef } from 'vue'
import { live } from './live'

export interface AppUpdate {
  /** A new version is installed and waits. */
  readonly ready: Readonly<Ref<boolean>>
  /** A round is being filled on this phone: do not offer the change now. */
  readonly round_under_way: Readonly<Ref<boolean>>
  apply(): Promise<void>
}

const waiting = shallowRef<ServiceWorker | null>(null)
let registration: Promise<void> | null = null

/**
 * The service worker's update: never by itself (lazy parts of the old version would be gone under a round that is
 * being filled), only when the person agrees between two rounds. A cold start takes the new version anyway.
 */
export function useAppUpdate(): AppUpdate {
  registration ??= register()
  const open = live(async ({ db, person_id }) => {
    const opened = await db.documents.where('type').equals('round_event')
      .and((row) => row.fields['name'] === 'opened' && row.fields['by'] === person_id).toArray()
    const rounds = await db.documents.bulkGet([...new Set(opened.map((row) => row.round_id ?? ''))])
    return rounds.some((row) => row?.fields['state'] === 'open' || row?.fields['state'] === 'sent_back')
  })
  return { ready: computed(() => waiting.value !== null), round_under_way: computed(() => open.value === true), apply }
}

async function apply(): Promise<void> {
  const worker = waiting.value
  if (worker === null) return
  const changed = new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => { resolve() }, { once: true })
  })
  worker.postMessage({ kind: 'take over' })
  await changed
  location.reload()
}

/** Today asks first, so the worker comes after the first screen and does not compete with it. */
async function register(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  try {
    const found = await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' })
    const notice = (): void => {
      // The very first worker is not an update: there is nothing that it would replace.
      if (found.waiting !== null && navigator.serviceWorker.controller !== null) waiting.value = found.waiting
    }
    notice()
    found.addEventListener('updatefound', () => {
      found.installing?.addEventListener('statechange', notice)
    })
  } catch {
    // without a secure origin the app works, but only with a network
  }
}
