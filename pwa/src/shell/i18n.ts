import { createI18n } from 'vue-i18n'
import type { Language, Messages } from '@/locales/languages'
import { loadMessages } from '@/locales/languages'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: false, // a missing text is a bug that a test finds, not something to paper over in the other language
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: {} as Record<Language, Messages>,
})

/** Show the whole app in one language. Only its own texts are fetched; the other language stays on the server. */
export async function showLanguage(language: Language): Promise<void> {
  if (!i18n.global.availableLocales.includes(language)) {
    i18n.global.setLocaleMessage(language, await loadMessages(language))
  }
  i18n.global.locale.value = language
  document.documentElement.lang = language
}
