import { useI18n } from 'vue-i18n'

/** Why the server does not have a photo. */
export function usePhotoRefusal(): (reason: string | null) => string {
  const { t, te } = useI18n()
  return (reason) => t('common.sync_refused', { reason: reason !== null && te(`sync.photo_why_${reason}`) ? t(`sync.photo_why_${reason}`) : t('common.reason_unnamed') })
}
