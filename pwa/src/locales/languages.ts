/** The two languages. Each is one chunk that gathers its areas, so a phone fetches only the one it shows. */
export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export interface Messages {
  [key: string]: string | Messages
}

export async function loadMessages(language: Language): Promise<Messages> {
  const { default: messages } = language === 'en' ? await import('./en') : await import('./zh-CN')
  return messages
}
