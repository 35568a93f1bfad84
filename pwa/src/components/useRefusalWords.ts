import { useI18n } from 'vue-i18n'

interface Refusal { readonly code: string | null; readonly reason: string | null; readonly message: string | null }

/** Why the server did not apply something, in the language that the person reads now; the server's own words where ours have none. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t, te } = useI18n()
  return ({ code, reason, message }) => {
    const known = [reason, reason === null || message === null ? code : null].find((key) => key !== null && te(`reasons.${key}`))
    return known ? t(`reasons.${known}`) : (message ?? t('common.reason_unnamed'))
  }
}
