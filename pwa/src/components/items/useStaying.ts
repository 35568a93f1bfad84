import { onBeforeUnmount, onMounted } from 'vue'
import { useI18n } from 'vue-i18n'
import { onBeforeRouteLeave } from 'vue-router'
import { announce } from '@/feedback/announce'
import { feel } from '@/feedback/feel'
import type { PageSaving } from './pageSaving'

/** "Stay on this page": while something is not on disk, leaving tries once more, and stays if it still fails. */
export function useStaying(saving: PageSaving): void {
  const { t } = useI18n()
  onBeforeRouteLeave(async () => {
    if (!saving.failed.value) return true
    await saving.again()
    if (!saving.failed.value) return true
    feel('wrong')
    announce(t('errors.not_saved'), 'assertive')
    return false
  })
  const warn = (event: BeforeUnloadEvent) => saving.failed.value && event.preventDefault()
  onMounted(() => window.addEventListener('beforeunload', warn))
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warn))
}
