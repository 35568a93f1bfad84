import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { FormTexts } from '@/actions/writeForm'
import type { AnswerValue, RoundBook } from '@/domain/types'
import { useFormat } from '@/format/useFormat'
import { isUnmeasured } from '@/rules/missing'
import type { FinishAction } from './finishAction'
import { roundPlace } from './roundPlace'

const BOXES = ['problem', 'solution', 'cause', 'equipment'] as const satisfies readonly (keyof FormTexts)[]

/** The finish page's sentences: figures first, then what is filled, then what comes next. */
export function useFinishWords(book: Ref<RoundBook | null>) {
  const { t } = useI18n()
  const format = useFormat()
  const dot = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(t('common.dot'))
  const comma = (...parts: string[]) => parts.filter(Boolean).join(t('common.comma'))
  const counts = computed(() => book.value?.counts)
  const some = (key: string, n: number) => (n > 0 ? t(key, { n }, n) : '')

  const sub = computed(() => {
    const { round, place } = book.value ?? {}
    if (!round || !counts.value) return ''
    const { assets, items } = counts.value
    const size = t('finish.size', { assets: t('finish.n_assets', { n: assets }, assets), items: t('finish.n_items', { n: items }, items) })
    return dot(...roundPlace(format, round, place ?? null), size)
  })
  const filledBoxes = computed(() => BOXES.filter((box) => book.value?.round[box]))
  const boxesFilled = computed(() =>
    filledBoxes.value.length > 0
      ? filledBoxes.value.map((box) => t(`finish.box_${box}`)).join(t('common.list_mark'))
      : t('finish.boxes_empty'),
  )

  const ofRound = computed(() => {
    const cells = book.value?.round_cells ?? []
    const having = (value: AnswerValue) => cells.filter((cell) => cell.answer?.value === value).length
    return comma(
      some('finish.n_normal', having('normal')),
      some('finish.n_abnormal', having('abnormal')),
      some('finish.n_not_applicable', having('not_applicable')),
      some('finish.n_unmeasured', cells.filter(({ answer }) => isUnmeasured(answer)).length),
    )
  })

  return {
    sub,
    primary: usePrimaryWords(book),
    filled: computed(() => (counts.value ? t('finish.filled', { n: counts.value.filled, total: counts.value.items }) : '')),
    complete: computed(() => t('finish.complete', { n: counts.value?.items ?? 0 }, counts.value?.items ?? 0)),
    counts: computed(() => {
      if (!counts.value) return ''
      const { normal, abnormal, not_applicable, unmeasured, photos } = counts.value
      return comma(
        t('finish.n_normal', { n: normal }),
        some('finish.n_abnormal', abnormal),
        some('finish.n_not_applicable', not_applicable),
        some('finish.n_unmeasured', unmeasured),
        some('round.n_photos', photos),
      )
    }),
    boxes: computed(() => t('finish.boxes_n', { n: filledBoxes.value.length })),
    boxesFilled,
    ofRound,
    conflicts: computed(() => {
      const open = book.value?.conflicts.filter((conflict) => conflict.state === 'open').length ?? 0
      return some('finish.conflicts', open)
    }),
  }
}

/** The button's words: what it does next, or what is missing and where. */
function usePrimaryWords(book: Ref<RoundBook | null>): (action: FinishAction) => string {
  const { t } = useI18n()
  const format = useFormat()
  return (action) => {
    switch (action.kind) {
      case 'fill': {
        const { asset, cells } = action.missing
        const name = asset ? `${format.name(asset)} ${asset.code}` : ''
        return t('finish.go_fill', { name, code: asset?.code ?? '', n: cells.length }, cells.length)
      }
      case 'fill_round':
        return t('finish.go_fill_round', { n: action.count }, action.count)
      case 'submit':
        return t(book.value?.phase === 'sent_back' ? 'finish.submit_again' : 'finish.submit')
      default:
        return t(`finish.go_${action.kind}`)
    }
  }
}
