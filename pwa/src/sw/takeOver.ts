/** The page asks by postMessage (composables/useAppUpdate.ts); never by itself, or lazy parts of the running version vanish. */
export function takeOverWhenAsked(worker: ServiceWorkerGlobalScope): void {
  worker.addEventListener('message', (event) => {
    const message: unknown = event.data
    const asked = typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'take over'
    if (asked) event.waitUntil(worker.skipWaiting())
  })
}
