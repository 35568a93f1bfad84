/** The receipt in figures: what the server has verified, what is on the way, what is only on this phone. Pure. */
import type { Custody, CustodyPhoto } from '@/domain/types'

export interface CustodyFigures {
  readonly photos: number
  readonly verified: number
  readonly bytes: number
  readonly verified_bytes: number
  readonly sent_bytes: number
  readonly left_bytes: number
  readonly refused: number
}

export function custodyFigures({ photos }: Pick<Custody, 'photos'>): CustodyFigures {
  const sum = (of: readonly CustodyPhoto[], value: (photo: CustodyPhoto) => number) => of.reduce((total, photo) => total + value(photo), 0)
  const verified = photos.filter((photo) => photo.state === 'verified')
  const bytes = sum(photos, (photo) => photo.bytes)
  const verified_bytes = sum(verified, (photo) => photo.bytes)
  const sent_bytes = sum(photos.filter((photo) => photo.state !== 'verified'), (photo) => photo.sent)
  return {
    photos: photos.length,
    verified: verified.length,
    bytes,
    verified_bytes,
    sent_bytes,
    left_bytes: Math.max(0, bytes - verified_bytes - sent_bytes),
    refused: photos.filter((photo) => photo.state === 'refused' || photo.state === 'lost').length,
  }
}

/** Of a photo that is on its way: 63. */
export const percentSent = ({ sent, bytes }: Pick<CustodyPhoto, 'sent' | 'bytes'>): number =>
  bytes === 0 ? 0 : Math.min(99, Math.floor((100 * sent) / bytes))

/** Which sentence says where everything is (finish.<key>); photos long verified do not hide that what was filled since is only here. */
export function custodySentence(custody: Pick<Custody, 'photos' | 'complete_at'>, online: boolean): 'complete_at' | 'all_on_phone' | 'changes_on_phone' | 'record_on_way' | 'photos_verified' {
  const { photos, verified } = custodyFigures(custody)
  if (custody.complete_at) return 'complete_at'
  if (!online && verified === 0) return 'all_on_phone'
  if (verified < photos) return 'photos_verified'
  return online ? 'record_on_way' : 'changes_on_phone'
}
