import { requirePhone } from '../sync/currentPhone'
import { makeRescueFile, type RescueFile } from '../sync/rescueFile'

const KEEP_ADDRESS_MS = 10 * 60_000

export type SavedRescue = Omit<RescueFile, 'blob'>

/** Hand everything unsent to the browser as one file to save; null while the server has not given this phone a key. */
export async function saveRescueFile(): Promise<SavedRescue | null> {
  const file = await makeRescueFile(requirePhone())
  if (file === null) return null
  const { blob, ...facts } = file
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  // The browser reads it in its own time, a person may have to say where to.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, KEEP_ADDRESS_MS)
  return facts
}
