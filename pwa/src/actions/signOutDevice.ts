import { deleteDevice } from '../api/devices'
import { ApiError } from '../domain/errors'

/** End the person's sign-in on another device; its unsent work stays there. One that is signed out already is fine. */
export async function signOutDevice(id: string): Promise<void> {
  try {
    await deleteDevice(id)
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 404)) throw error
  }
}
