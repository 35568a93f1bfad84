import type { PreflightCheck } from '@/domain/types'

/** What each door check says: the verdict in words, and the figure under it. Pure: keys and figures in, sentences out. */
export interface PreflightSpeech {
  t(key: string, figures?: Record<string, unknown>): string
  bytes(count: number): string
  count(count: number): string
  when(iso: string): string
  amounts(of: { rounds: number; operations: number; photos: number }): string
}
export interface PreflightWords {
  readonly title: string
  readonly text: string
}

const FEW_PHOTOS = 20
type Figures = PreflightCheck['figures']
type Words = (figures: Figures, verdict: PreflightCheck['verdict'], say: PreflightSpeech) => PreflightWords

export function preflightWords(check: PreflightCheck, say: PreflightSpeech): PreflightWords {
  return WORDS[check.id](check.figures, check.verdict, say)
}

/** What goes wrong if one goes in anyway: in brackets on the button. */
export const riskOf = ({ id, figures }: Pick<PreflightCheck, 'id' | 'figures'>): string =>
  id === 'storage' && figures['protected'] === false ? 'today.risk_protect' : `today.risk_${id}`

const number = (figures: Figures, name: string): number => Number(figures[name] ?? 0)
const text = (figures: Figures, name: string): string => String(figures[name] ?? '')

const storage: Words = (figures, verdict, { t, bytes, count }) => {
  const free = figures['free_bytes']
  const photos = number(figures, 'photos')
  const short = typeof free === 'number' && photos < FEW_PHOTOS
  const room = t(short ? 'today.storage_short' : 'today.storage_room', {
    free: bytes(number(figures, 'free_bytes')),
    photos: short ? FEW_PHOTOS : count(photos),
  })
  const unprotected = figures['protected'] === false
  const untold = figures['protected'] === null && verdict !== 'red'
  const title = unprotected ? 'storage_red' : untold ? 'storage_untold' : verdict === 'red' ? 'storage_full' : `storage_${verdict}`
  return { title: t(`today.${title}`), text: typeof free === 'number' ? room : t('today.storage_unknown') }
}

const data: Words = (figures, verdict, { t, when }) => {
  const missing = number(figures, 'missing_assets')
  const version = figures['template_version']
  const as_of = figures['as_of'] ? t('today.data_as_of', { at: when(text(figures, 'as_of')) }) : ''
  if (version === null) return { title: t('today.data_red_template'), text: as_of }
  if (missing > 0) return { title: t('today.data_red', { n: missing }), text: as_of }
  const holds = t('today.data_text', { assets: number(figures, 'assets'), version })
  return { title: t(`today.data_${verdict}`), text: verdict === 'amber' ? as_of : holds }
}

const clock: Words = (figures, verdict, { t, when }) => {
  const skew = figures['skew_s']
  if (typeof skew !== 'number') return { title: t('today.clock_unknown'), text: t('today.clock_unchecked') }
  const at = figures['checked_at'] ? when(text(figures, 'checked_at')) : ''
  const away = Math.abs(Math.round(skew))
  return {
    title: t(`today.clock_${verdict}`, { n: Math.max(1, Math.round(away / 60)) }),
    text: away === 0 ? t('today.clock_same', { at }) : t(skew < 0 ? 'today.clock_behind' : 'today.clock_ahead', { n: away, at }),
  }
}

const camera: Words = (figures, verdict, { t }) => {
  if (verdict === 'red') return { title: t('today.camera_red'), text: t('today.camera_fallback') }
  if (figures['permission'] !== 'granted') return { title: t('today.camera_amber'), text: t('today.camera_ask') }
  return { title: t(figures['torch'] === true ? 'today.camera_green_torch' : 'today.camera_green'), text: t('today.camera_tried') }
}

const unsent: Words = (figures, _verdict, { t, when, amounts }) => {
  const what = amounts({ rounds: number(figures, 'rounds'), operations: number(figures, 'operations'), photos: number(figures, 'photos') })
  if (!what) return { title: t('today.unsent_none'), text: t('today.unsent_all_sent') }
  const oldest = figures['oldest_at']
  return { title: t('today.unsent_some'), text: oldest ? t('today.unsent_text', { what, at: when(String(oldest)) }) : what }
}

const battery: Words = (figures, verdict, { t }) => {
  const percent = figures['percent']
  if (typeof percent !== 'number') return { title: t('today.battery_unknown'), text: '' }
  const needs = { minutes: number(figures, 'minutes'), percent: number(figures, 'needs_percent') }
  return {
    title: t(`today.battery_${verdict}`, { n: Math.round(percent) }),
    text: figures['charging'] === true ? t('today.battery_charging') : t('today.battery_text', needs),
  }
}

const WORDS: Record<PreflightCheck['id'], Words> = { storage, data, clock, camera, unsent, battery }
