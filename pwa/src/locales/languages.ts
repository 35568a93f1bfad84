/** The two languages. A phone fetches only the one it shows, and of that first what the first screens say. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Each language is named in itself, or who needs it cannot find it. */
export const languageName = (tag: Language): string => new Intl.DisplayNames([tag], { type: 'language' }).of(tag.slice(0, 2)) ?? tag

export interface Messages {
  [key: string]: string | Messages
}

export async function loadFirstMessages(language: Language): Promise<Messages> {
  const { default: messages } = language === 'en' ? await import('./en') : await import('./zh-CN')
  return messages
}

export async function loadOtherMessages(language: Language): Promise<Messages> {
  const { default: messages } = language === 'en' ? await import('./en/rest') : await import('./zh-CN/rest')
  return messages
}

/** All texts of a language, for what needs them at once. */
export async function loadMessages(language: Language): Promise<Messages> {
  return { ...(await loadFirstMessages(language)), ...(await loadOtherMessages(language)) }
}
