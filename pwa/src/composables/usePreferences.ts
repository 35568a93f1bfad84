import { effectScope, type Ref, ref, watch } from 'vue'
import { currentSession } from '../sync/currentPhone'
import { readSetting, watchSetting, writeSetting } from './settings'

export type Theme = 'auto' | 'light' | 'dark'
export type Language = 'zh-CN' | 'en'
export interface Preferences { readonly theme: Ref<Theme>; readonly language: Ref<Language>; readonly sound: Ref<boolean> }

const THEMES = ['auto', 'light', 'dark'] as const
const LANGUAGES = ['zh-CN', 'en'] as const

let preferences: Preferences | null = null

/** Per phone. Writable: setting one saves it; two tabs show the same. static/theme.js reads the same keys before the first paint. */
export function usePreferences(): Preferences {
  preferences ??= effectScope(true).run(makePreferences) ?? makePreferences()
  return preferences
}

function makePreferences(): Preferences {
  const theme = ref(oneOf(readSetting('theme'), THEMES) ?? 'auto')
  const language = ref(oneOf(readSetting('language'), LANGUAGES) ?? browserLanguage())
  const sound = ref(readSetting('sound') === 'on')
  watch(theme, (now) => {
    writeSetting('theme', now)
  })
  watch(language, (now) => {
    writeSetting('language', now)
  })
  watch(sound, (now) => {
    writeSetting('sound', now ? 'on' : 'off')
  })
  watchSetting('theme', (chosen) => (theme.value = oneOf(chosen, THEMES) ?? theme.value))
  watchSetting('language', (chosen) => (language.value = oneOf(chosen, LANGUAGES) ?? language.value))
  // The language of the person's account counts until somebody chooses one on this phone.
  watch(currentSession, (session) => {
    if (session !== null && readSetting('language') === null) language.value = session.person.language
  })
  return { theme, language, sound }
}

const browserLanguage = (): Language => (/^zh/i.test(globalThis.navigator?.language ?? 'zh') ? 'zh-CN' : 'en')

function oneOf<T extends string>(value: string | null, known: readonly T[]): T | null {
  return known.find((one) => one === value) ?? null
}
