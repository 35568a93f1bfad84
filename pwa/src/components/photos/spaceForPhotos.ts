/** "The phone is full" is said before the camera opens, not after the shutter. */
const LEAST_FREE_BYTES = 50_000_000

/** False only when the browser says so: where it cannot estimate, the write itself will tell. */
export async function hasSpaceForPhotos(): Promise<boolean> {
  const estimate = await navigator.storage?.estimate?.().catch(() => null)
  if (!estimate || estimate.quota === undefined || estimate.usage === undefined) return true
  return estimate.quota - estimate.usage >= LEAST_FREE_BYTES
}
