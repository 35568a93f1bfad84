/** Space for photos, and whether the browser may take our storage away. */
import { StorageError } from '../domain/errors'

export const MIN_PHOTO_SPACE_BYTES = 50 * 1024 * 1024

export interface StorageSpace {
  /** null where the browser does not say. */
  readonly free_bytes: number | null
  readonly protected: boolean | null
}

export async function storageSpace(): Promise<StorageSpace> {
  const storage = globalThis.navigator?.storage
  const [estimate, persisted] = await Promise.all([
    storage?.estimate?.().catch(() => null) ?? null,
    storage?.persisted?.().catch(() => null) ?? null,
  ])
  const { quota, usage } = estimate ?? {}
  return { free_bytes: quota === undefined || usage === undefined ? null : Math.max(0, quota - usage), protected: persisted }
}

/** Said before the camera opens, and again before a picture is kept: what is there already stays untouched. */
export async function refuseWithoutSpace(): Promise<void> {
  const { free_bytes } = await storageSpace()
  if (free_bytes !== null && free_bytes < MIN_PHOTO_SPACE_BYTES) throw new StorageError('full')
}

/** Ask the browser not to evict us. Granted without a question to installed apps; asking twice does no harm. */
export async function protectStorage(): Promise<boolean | null> {
  return (await globalThis.navigator?.storage?.persist?.().catch(() => null)) ?? null
}
