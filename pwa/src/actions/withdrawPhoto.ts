import type { Photo } from '../domain/types'

/** Hide a wrong photo with a reason; it is kept. */
export async function withdrawPhoto(photo: Pick<Photo, 'id'>, reason: string): Promise<void> {
  throw new Error('withdrawPhoto: not built yet')
}
