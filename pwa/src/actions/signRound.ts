import { readRoundFacts } from '../db/roundFacts'
import type { PersonDatabase } from '../db/personDatabase'
import { InvalidInput } from '../domain/errors'
import { checkText } from '../domain/limits'
import { roundedStrokes } from '../domain/points'
import { type Showing, shownContent } from '../domain/shownContent'
import type { Party, SignedCopy, Strokes } from '../domain/types'
import { signedCopyId } from '../rules/ids'
import { canonical, contentHash } from '../rules/signedContent'
import { act } from '../sync/act'
import { correctedNow } from '../sync/correctedNow'
import { requirePhone } from '../sync/currentPhone'
import { roundEventRow } from '../sync/eventRows'
import { madeRow } from '../sync/newOperation'
import { subject } from '../sync/subjects'

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
  /** When it was put before the signer: the check code on the page is of this very content. Now, when absent. */
  readonly shown_at?: string
}

const MAX_NAME_CHARACTERS = 200
const MAX_PHONE_CHARACTERS = 40
const TRIES = 3

/** Fix exactly what was shown as the signed copy: its canonical JSON, the hash of that, and the strokes. */
export async function signRound(roundId: string, signing: Signing): Promise<SignedCopy> {
  checkText(signing.signer_name, MAX_NAME_CHARACTERS)
  checkText(signing.signer_phone, MAX_PHONE_CHARACTERS)
  checkText(signing.opinion)
  for (let k = 0; k < TRIES; k++) {
    const copy = await tryToSign(roundId, signing)
    if (copy !== null) return copy
  }
  throw new InvalidInput('not_found')
}

/** null: the round changed between hashing and writing (hashing cannot happen inside a transaction). */
async function tryToSign(roundId: string, { language, shown_at, ...signing }: Signing): Promise<SignedCopy | null> {
  const phone = requirePhone()
  const showing = { language, time: shown_at ?? (await correctedNow(phone)), person_id: phone.person_id }
  const content = await contentOf(phone.db, roundId, showing)
  const content_hash = await contentHash(content)
  let copy: SignedCopy | null = null
  await act(async (db, identity) => {
    copy = null
    if ((await contentOf(db, roundId, showing)) !== content) return null
    const { stream } = await subject(db, 'round', roundId)
    const { op, at, by } = identity
    const args = { ...signing, strokes: { ...roundedStrokes(signing.strokes) }, content, content_hash }
    copy = { id: signedCopyId(op), round_id: roundId, ...args, by, at }
    const { id, ...fields } = copy
    return {
      name: 'sign_round',
      doc: roundId,
      args,
      round_id: roundId,
      rows: [
        roundEventRow(identity, { id: roundId, stream }, 'signed', { party: signing.party, signed_copy_id: id }),
        madeRow('signed_copy', id, stream, fields),
      ],
    }
  })
  return copy
}

async function contentOf(db: PersonDatabase, roundId: string, showing: Showing): Promise<string> {
  const facts = await readRoundFacts(db, roundId)
  if (facts === null) throw new InvalidInput('not_found')
  return canonical(shownContent(facts, showing))
}
