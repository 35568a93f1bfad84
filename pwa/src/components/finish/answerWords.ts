import { useI18n } from 'vue-i18n'
import type { AnswerFields } from '@/domain/types'
import { withUnit } from '@/format/figures'
import type { SignedAnswer } from '@/rules/signedContent'

type Said = Pick<AnswerFields, 'value' | 'severity' | 'reading' | 'seen' | 'indication' | 'actual' | 'remark' | 'na_reason' | 'unmeasurable_reason'>

/** An answer in one line: 正常，指示“1 口黄灯”. */
export function useAnswerWords() {
  const { t } = useI18n()

  function of(answer: Said, unit: string | null): string {
    const { value, severity, reading } = answer
    const texts = [answer.seen, answer.na_reason, answer.unmeasurable_reason, answer.remark].filter(Boolean)
    return [
      value === null ? '' : t(`common.${value}`),
      severity === null || value !== 'abnormal' ? '' : t(`common.severity_${severity}_short`),
      reading === null ? '' : withUnit(reading, unit),
      answer.indication ? t('finish.indicated', { text: answer.indication }) : '',
      answer.actual ? t('finish.actually', { text: answer.actual }) : '',
      ...texts,
    ]
      .filter(Boolean)
      .join(t('common.comma'))
  }

  return { of, signed: (answer: SignedAnswer, unit: string | null) => of(answer, answer.unit ?? unit) }
}
