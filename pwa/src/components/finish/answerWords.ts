import { useI18n } from 'vue-i18n'
import type { AnswerFields } from '@/domain/types'
import { withUnit } from '@/format/figures'
import type { SignedAnswer } from '@/rules/signedContent'

type Said = Pick<AnswerFields, 'value' | 'severity' | 'reading' | 'seen' | 'indication' | 'actual' | 'remark' | 'na_reason' | 'unmeasurable_reason'>
  & Partial<Pick<AnswerFields, 'text' | 'fixed_on_site'>>

/** An answer in one line: 正常，指示“1 口黄灯”. */
export function useAnswerWords() {
  const { t } = useI18n()

  /** `chosen`: what was chosen, in words. */
  function of(answer: Said, unit: string | null, chosen: string | null = null): string {
    const { value, severity, reading } = answer
    const texts = [chosen, answer.text, answer.seen, answer.na_reason, answer.unmeasurable_reason, answer.remark].filter(Boolean)
    return [
      value === null ? '' : t(`common.${value}`),
      severity === null || value !== 'abnormal' ? '' : t(`common.severity_${severity}_short`),
      answer.fixed_on_site ? t('itemKinds.fixed') : '',
      reading === null ? '' : withUnit(reading, unit),
      answer.indication ? t('finish.indicated', { text: answer.indication }) : '',
      answer.actual ? t('finish.actually', { text: answer.actual }) : '',
      ...texts,
    ]
      .filter(Boolean)
      .join(t('common.comma'))
  }

  return { of, signed: (answer: SignedAnswer, unit: string | null) => of(answer, answer.unit ?? unit, answer.chosen_words ?? null) }
}
