/** Phrase chips write into the same text that the person types: a chip is on while its phrase stands there. */
const MARKS = '，,、；;。'

export function hasPhrase(text: string, phrase: string): boolean {
  return text.includes(phrase)
}

/** Put the phrase behind the text, or take it out again. `separator` is the language's own ("，" or ", "). */
export function togglePhrase(text: string, phrase: string, separator: string): string {
  return hasPhrase(text, phrase) ? withoutPhrase(text, phrase) : withPhrase(text, phrase, separator)
}

function withPhrase(text: string, phrase: string, separator: string): string {
  const written = text.trimEnd()
  if (written === '') return phrase
  const closed = new RegExp(`[${MARKS}.]$`).test(written)
  return written + (closed ? separator.replace(/\S/g, '') : separator) + phrase
}

/** A phrase that stands alone goes with its separator; inside a sentence of the person's own only the phrase goes. */
function withoutPhrase(text: string, phrase: string): string {
  const literal = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const alone = new RegExp(`(^|[${MARKS}]\\s*)${literal}(?=\\s*[${MARKS}]|\\s*$)`, 'g')
  const shorter = text.replace(alone, '')
  const left = shorter === text ? text.replaceAll(phrase, '') : shorter
  return left.replace(new RegExp(`^[${MARKS}\\s]+`), '').trimEnd()
}
