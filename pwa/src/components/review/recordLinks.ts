/** Where the server renders a round's record, and the public page that says whether a paper is the sealed one. */
export type RecordLanguage = 'zh-CN' | 'en' | 'both'

const SHOWN_HASH_LENGTH = 16

export const recordLink = (roundId: string, lang: RecordLanguage): string => `/api/rounds/${roundId}/record.pdf?lang=${lang}`

export const recordLinks = (roundId: string) =>
  ([['zh-CN', 'zh'], ['en', 'en'], ['both', 'both']] as const).map(([lang, name]) => ({ lang, name, href: recordLink(roundId, lang) }))

export const verifyLink = (roundId: string, seal_hash: string): string =>
  `/verify/${roundId}?h=${seal_hash.slice(0, SHOWN_HASH_LENGTH)}`
