/** What one tap may set to normal. */
import type { TemplateItem } from '../domain/types'
import type { Proof } from './proofs'

interface Judged {
  readonly item: Pick<TemplateItem, 'kind' | 'photo'>
  readonly open_ticket: object | null
  readonly proof: Proof
}

/** A judgement that nobody has to look at for another reason: an open ticket, a photo that it asks for. */
export const mayBeSetNormal = ({ item, open_ticket, proof }: Judged): boolean =>
  item.kind === 'judgement' && open_ticket === null && (proof.photos.size > 0 || !(proof.spot_check || item.photo === 'required'))
