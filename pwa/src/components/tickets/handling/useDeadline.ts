import type { Ref } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useClock } from '@/composables/useClock'
import type { Ticket, TicketClock } from '@/domain/types'
import { clockFigure } from '@/format/durations'

const MINUTE_MS = 60_000

export interface Deadline {
  readonly clock: TicketClock
  /** Counts down; past the limit it counts up with a minus. */
  readonly figure: string
  readonly late: boolean
  /** Share of the limit that is used, 0 to 1. */
  readonly used: number
  readonly used_minutes: number
}

/** The clock that breaks first, ticking; null when none runs. */
export function useDeadline(ticket: Ref<Ticket | null>) {
  const { t } = useI18n()
  const now = useClock()
  const figure = (left_ms: number) => clockFigure(left_ms, (d, h) => t('handling.days_hours', { d, h }))

  const first = computed(() => firstDue(ticket.value?.clocks ?? []))
  const deadline = computed<Deadline | null>(() => {
    const clock = first.value
    if (clock?.due_at == null) return null
    const left = Date.parse(clock.due_at) - now.value.getTime()
    const used_minutes = Math.max(0, clock.limit_minutes - Math.floor(left / MINUTE_MS))
    return { clock, figure: figure(left), late: left < 0, used: Math.min(1, used_minutes / Math.max(1, clock.limit_minutes)), used_minutes }
  })
  const paused = computed(() => (ticket.value?.clocks ?? []).find(({ state }) => state === 'paused') ?? null)
  return { deadline, paused, figure, left: (due_at: string) => figure(Date.parse(due_at) - now.value.getTime()) }
}

export function firstDue(clocks: readonly TicketClock[]): TicketClock | null {
  const running = clocks.filter(({ state, due_at }) => state === 'running' && due_at !== null)
  return running.reduce<TicketClock | null>((best, one) => (best === null || String(one.due_at) < String(best.due_at) ? one : best), null)
}
