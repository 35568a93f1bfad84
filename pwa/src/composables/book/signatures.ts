/** Who has signed, and whether what was signed is still what the round says. */
import { shownContent } from '../../domain/shownContent'
import type { Party, Signatures, SignedCopy } from '../../domain/types'
import { signatureStands, type SignedContent } from '../../rules/signedContent'
import type { BookParts } from './readBook'

const NOBODY: Signatures = { engineer: null, client: null, engineer_stands: false, client_stands: false, opinions: [] }

export function signaturesOf(parts: BookParts): Signatures {
  if (parts.signed.length === 0 || parts.template === null) return NOBODY
  const engineer = newestOf(parts.signed, 'engineer')
  const client = newestOf(parts.signed, 'client')
  const current = currentContent(parts)
  const { resign } = parts.template
  const stands = (copy: SignedCopy | null): boolean => copy !== null && signatureStands(resign, parsed(copy), current)
  return { engineer, client, engineer_stands: stands(engineer), client_stands: stands(client), opinions: opinionsOf(parts.signed) }
}

/** What the round says now, put as it would be signed. Language and time are no part of the comparison. */
export function currentContent({ template, ...parts }: BookParts): SignedContent {
  if (template === null) throw new Error('a round without its template shows nothing')
  const facts = {
    ...parts, template, round: parts.round.doc,
    answers: parts.answers.map(({ doc }) => doc),
    photos: parts.photos.map(({ photo }) => photo),
  }
  return shownContent(facts, { language: 'zh-CN', time: '', person_id: parts.person_id })
}

const opinionsOf = (copies: readonly SignedCopy[]): SignedCopy[] =>
  copies.filter(({ opinion }) => opinion).sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))

function newestOf(copies: readonly SignedCopy[], party: Party): SignedCopy | null {
  const own = copies.filter((copy) => copy.party === party)
  return own.sort((a, b) => Date.parse(b.at) - Date.parse(a.at) || (a.id < b.id ? 1 : -1))[0] ?? null
}

/** A signed copy never changes, so its content is read once; up to 100 KB of it on every tap would be felt. */
const contents = new Map<string, SignedContent>()

export function parsed(copy: SignedCopy): SignedContent {
  const known = contents.get(copy.content_hash)
  if (known !== undefined) return known
  const content = JSON.parse(copy.content) as SignedContent
  if (contents.size > 20) contents.clear()
  contents.set(copy.content_hash, content)
  return content
}
