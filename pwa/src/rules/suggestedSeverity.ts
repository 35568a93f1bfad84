/**
 * The severity that the desk is offered (事件定级), by what the caller says and whether the asset is a key one.
 * The table is domain.md's, section 4. A person decides; where they decide otherwise they say why.
 */
import type { Asset, IncidentKind, Severity } from '../domain/types'

/** What the caller says is affected, worst first. */
export const EFFECTS = ['stopped', 'tampered', 'slowed', 'partly', 'none'] as const
export type Effect = (typeof EFFECTS)[number]

/** `because`: which line of the table it was. */
export interface Suggestion { readonly severity: Severity; readonly because: keyof typeof WORDS }

type Lines = Readonly<Record<Effect, Suggestion>>
const ANYWHERE = { partly: { severity: 3, because: 'partly' }, none: { severity: 4, because: 'no_effect' } } as const
const ON_KEY: Lines = {
  ...ANYWHERE,
  stopped: { severity: 1, because: 'key_stopped' },
  tampered: { severity: 1, because: 'key_tampered' },
  slowed: { severity: 2, because: 'key_slowed' },
}
const ON_OTHERS: Lines = {
  ...ANYWHERE,
  stopped: { severity: 3, because: 'other_stopped' },
  tampered: { severity: 2, because: 'tampered' },
  slowed: { severity: 3, because: 'other_slowed' },
}

const WORDS = {
  inquiry: ['只是咨询', 'An inquiry'],
  exploit: ['有可被利用的漏洞', 'An exploitable vulnerability'],
  key_stopped: ['关键设备停了，业务受影响', 'A key system is down and business is affected'],
  key_tampered: ['关键设备的数据被改或外泄', 'Data of a key system were tampered with or leaked'],
  key_slowed: ['关键设备明显变差', 'A key system is gravely hurt'],
  other_stopped: ['停的不是关键设备', 'What is down is not a key system'],
  tampered: ['数据被改或外泄，范围不大', 'Some data were tampered with or leaked'],
  other_slowed: ['变差的不是关键设备', 'What is hurt is not a key system'],
  partly: ['只有一部分受影响', 'Only a part is affected'],
  no_effect: ['暂时没有影响，仍须修复', 'No effect yet; still to be fixed'],
} as const

/** null while the caller has not said what is affected. An asset that is not known counts as an ordinary one. */
export function suggestSeverity(kind: IncidentKind | null, importance: Asset['importance'] | null, effect: Effect | null): Suggestion | null {
  if (kind === 'inquiry') return { severity: 4, because: 'inquiry' }
  if (effect === null) return null
  if (effect === 'none' && kind === 'exploit') return { severity: 3, because: 'exploit' }
  return (importance === 'key' ? ON_KEY : ON_OTHERS)[effect]
}

/** The reason, to be shown beside the suggestion. */
export const suggestionInWords = ({ because }: Suggestion, language: string): string => WORDS[because][language === 'zh-CN' ? 0 : 1]
