import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useSession } from '@/composables/useSession'
import { dayAndTime, dayName, dayOrTime, exactTime, hoursMinutes, isoDay } from './times'

export interface TwoNames {
  readonly name_zh: string
  readonly name_en: string | null
}
export interface TwoTitles {
  readonly title_zh: string
  readonly title_en: string | null
}

/** Names and times as the reader of this phone wants them: own language, the project's time zone. */
export function useFormat() {
  const { t, locale } = useI18n()
  const { projects, projectId } = useSession()
  const zone = computed(() => ({
    language: locale.value,
    time_zone: projects.value.find((project) => project.id === projectId.value)?.time_zone ?? 'Asia/Shanghai',
  }))
  const pick = (zh: string, en: string | null | undefined) => (locale.value === 'en' && en ? en : zh)

  return {
    name: (of: TwoNames) => pick(of.name_zh, of.name_en),
    title: (of: TwoTitles) => pick(of.title_zh, of.title_en),
    person: (of: { display_name_zh: string; display_name_en: string | null }) => pick(of.display_name_zh, of.display_name_en),
    pick,
    time: (iso: string) => hoursMinutes(new Date(iso), zone.value),
    exact: (iso: string) => exactTime(new Date(iso), zone.value),
    day: (day: string) => dayName(day, zone.value),
    today: (now: Date) => dayName(isoDay(now, zone.value), zone.value),
    isoDay: (now: Date) => isoDay(now, zone.value),
    dayOrTime: (iso: string, now: Date) => dayOrTime(new Date(iso), now, zone.value),
    when: (iso: string, now: Date) => dayAndTime(new Date(iso), now, zone.value),
    /** 13:59（3 分钟前）: the bracket only under a day. */
    whenAgo(iso: string, now: Date): string {
      const minutes = Math.floor((now.getTime() - Date.parse(iso)) / 60_000)
      const at = dayAndTime(new Date(iso), now, zone.value)
      if (minutes < 1) return t('common.at_just_now', { at })
      if (minutes < 60) return t('common.at_minutes_ago', { at, n: minutes })
      if (minutes < 1440) return t('common.at_hours_ago', { at, n: Math.floor(minutes / 60) })
      return at
    },
  }
}
