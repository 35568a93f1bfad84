/** Which of a document's two names is said. */
import { isBlank } from './blank'

export type Language = 'zh-CN' | 'en'

/** The one of this language; the other one where this one is blank. */
export function localised(zh: string | null, en: string | null, language: Language): string {
  const [first, second] = language === 'en' ? [en, zh] : [zh, en]
  return (isBlank(first) ? second : first) ?? ''
}
