import { protectStorage as askBrowser } from '../db/storageSpace'

/** Ask the browser to protect this phone's storage; true once it does, null where it does not say. */
export async function protectStorage(): Promise<boolean | null> {
  return askBrowser()
}
