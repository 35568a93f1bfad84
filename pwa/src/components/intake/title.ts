/** The first sentence of what was said, as long as a ticket's title may be. Pure. */
const MAX_TITLE_CHARACTERS = 120

export function titleOf(words: string): string {
  const first = /^[^。！？.!?\n]+/u.exec(words.trim())?.[0] ?? words.trim()
  const letters = [...first.trim()]
  return letters.length > MAX_TITLE_CHARACTERS ? `${letters.slice(0, MAX_TITLE_CHARACTERS - 1).join('')}…` : letters.join('')
}
