import { onBeforeUnmount, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { usePreferences } from '@/composables/usePreferences'
import { allowSound } from '@/feedback/feel'
import { showLanguage } from './i18n'
import { isWall } from './wall'

const BAR_COLOUR = { light: '#edf0f0', dark: '#0c1112' } // --page of tokens.css: the browser's bar cannot read variables

/** Theme, language and sound follow the preferences of this phone; `auto` follows the system while it changes. */
export function useAppearance(): void {
  const { theme, language, sound } = usePreferences()
  const { t } = useI18n()
  const route = useRoute()
  const dark = window.matchMedia('(prefers-color-scheme: dark)')

  function paint(): void {
    const shown = isWall(route) || theme.value === 'dark' || (theme.value === 'auto' && dark.matches) ? 'dark' : 'light'
    document.documentElement.dataset['theme'] = shown
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', BAR_COLOUR[shown])
  }
  watch([theme, () => isWall(route)], paint, { immediate: true })
  dark.addEventListener('change', paint)
  onBeforeUnmount(() => dark.removeEventListener('change', paint))

  watch(language, (to) => void showLanguage(to), { immediate: true })
  watch(sound, allowSound, { immediate: true })
  watch(
    () => (route.meta.title ? `${t(route.meta.title)}${t('common.dot')}${t('common.app')}` : t('common.app')),
    (title) => (document.title = title),
    { immediate: true },
  )
}
