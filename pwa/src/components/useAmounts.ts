import { useI18n } from 'vue-i18n'

export interface Amounts {
  readonly rounds?: number
  readonly operations?: number
  readonly photos?: number
}

/** "2 轮、14 张照片": counts things, never percentages. Single changes are named only where no round is. */
export function useAmounts() {
  const { t } = useI18n()
  return ({ rounds = 0, operations = 0, photos = 0 }: Amounts): string => {
    const parts: string[] = []
    if (rounds) parts.push(t('sync.rounds', rounds))
    if (operations && !rounds) parts.push(t('sync.operations', operations))
    if (photos) parts.push(t('sync.photos', photos))
    return parts.join(t('common.list_mark'))
  }
}
