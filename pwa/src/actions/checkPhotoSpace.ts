import { refuseWithoutSpace } from '../db/storageSpace'

/** Before the camera opens: rejects with StorageError('full') below 50 MB, so that nobody frames a picture in vain. */
export async function checkPhotoSpace(): Promise<void> {
  await refuseWithoutSpace()
}
