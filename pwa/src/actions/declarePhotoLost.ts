import { checkText, MAX_REASON_CHARACTERS } from '../domain/limits'
import type { Decision, Photo } from '../domain/types'
import { decide } from '../sync/decide'
import { seenDocuments } from '../sync/seenRound'

/** Let a record be sealed without bytes that will never come. If they come, they are attached as an amendment. */
export async function declarePhotoLost(photo: Pick<Photo, 'id'>, reason: string): Promise<Decision> {
  checkText(reason, MAX_REASON_CHARACTERS)
  return decide(async (db) => ({ name: 'declare_photo_lost', doc: photo.id, args: { reason }, seen: await seenDocuments(db, [photo.id]) }))
}
