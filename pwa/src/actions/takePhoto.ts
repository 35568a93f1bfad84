import type { Photo, PhotoPurpose } from '../domain/types'
export interface PhotoPin {
  readonly round_id: string | null
  readonly ticket_id: string | null
  readonly asset_id: string | null
  readonly check_key: string | null
  readonly purpose: PhotoPurpose
}

/** Re-encode, hash and store a picture together with its operation, in one transaction. */
export async function takePhoto(pin: PhotoPin, image: Blob): Promise<Photo> {
  throw new Error('takePhoto: not built yet')
}
