import { postRescueFile, type RescueTaken } from '../api/rescue'
import { LOCAL_CHANGE } from '../sync/syncLoop'
import { askForSync } from '../sync/currentPhone'

/** Carry a rescue file to the server. What it held then comes by pull like everything else. */
export async function handInRescueFile(file: Blob, onProgress: (share: number) => void): Promise<RescueTaken> {
  const taken = await postRescueFile(file, document.documentElement.lang || 'zh-CN', onProgress)
  askForSync(LOCAL_CHANGE)
  return taken
}
