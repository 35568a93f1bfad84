import type { Decision, Photo } from '../domain/types'

/** Let a record be sealed without bytes that will never come. */
export async function declarePhotoLost(photo: Pick<Photo, 'id'>, reason: string): Promise<Decision> {
  throw new Error('declarePhotoLost: not built yet')
}
