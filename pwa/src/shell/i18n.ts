import { createI18n } from 'vue-i18n'
import type { Language, Messages } from '@/locales/languages'
import { loadFirstMessages, loadMessages } from '@/locales/languages'

export const i18n = createI18n({
  legacy: false,
  locale: 'zh-CN',
  fallbackLocale: false, // a missing text is a bug that a test finds, not something to paper over in the other language
  missingWarn: import.meta.env.DEV,
  fallbackWarn: false,
  messages: {} as Record<Language, Messages>,
})

let beyond_first = false // a screen beyond the first ones was opened: its texts are needed in every language from now on

/** Show the whole app in one language; the other one stays on the server. */
export async function showLanguage(language: Language): Promise<void> {
  if (beyond_first || !i18n.global.availableLocales.includes(language)) await fetchTexts(language)
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

/** Before a screen that says more than sign-in and Today do. */
export async function completeLanguage(): Promise<void> {
  if (beyond_first) return
  beyond_first = true
  try {
    await fetchTexts(i18n.global.locale.value)
  } catch (error) {
    beyond_first = false
    throw error
  }
}

async function fetchTexts(language: Language): Promise<void> {
  const texts = beyond_first ? await loadMessages(language) : await loadFirstMessages(language)
  i18n.global.setLocaleMessage(language, texts)
}
