import type { Party, SignedCopy, Strokes } from '../domain/types'
export interface Signing {
  readonly party: Party
  readonly signer_name: string
  readonly signer_phone: string | null
  readonly on_behalf: boolean
  readonly strokes: Strokes
  readonly seal_photo_id: string | null
  readonly opinion: string | null
  /** The language in which the content was shown. */
  readonly language: 'zh-CN' | 'en'
}

/** Fix exactly what was shown as the signed copy. */
export async function signRound(roundId: string, signing: Signing): Promise<SignedCopy> {
  throw new Error('signRound: not built yet')
}
