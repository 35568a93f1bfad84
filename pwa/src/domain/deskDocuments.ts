/** Documents by which a supervisor sets up a contract: checklists in the making, the calendar, who comes and what they may. */
import type { AssetCategory, ResignRule, Role, TemplateItem } from './documents'

/** The next version of a template in the making. */
export interface TemplateDraft {
  readonly id: string
  readonly key: string
  readonly name_zh: string
  readonly name_en: string
  readonly resign: ResignRule
  readonly based_on_id: string | null
  readonly state: 'open' | 'published' | 'dropped'
  readonly published_id: string | null
}

/** What may be said of a draft's item. `position` is fractional: what is dragged between two others moves alone. */
export interface DraftItemFields extends Omit<TemplateItem, 'ordinal'> {
  readonly position: number
  readonly removed: boolean
}
export interface DraftItem extends DraftItemFields {
  readonly id: string
  readonly draft_id: string
}

/** An XLSForm as the server read it: the items of a checklist, and what was left out. */
export interface XlsFormRemark {
  readonly kind: string
  /** The form asks for it and the checklist does not. */
  readonly lost: boolean
  readonly sheet: string
  readonly row: number | null
  readonly column: string | null
  readonly value: string | null
}
export interface ReadXlsForm {
  readonly key: string
  readonly name_zh: string
  readonly name_en: string
  readonly resign: ResignRule
  readonly items: readonly Omit<DraftItemFields, 'position' | 'removed'>[]
  readonly remarks: readonly XlsFormRemark[]
  readonly questions: number
  readonly understood: 'whole' | 'part' | 'nothing'
}

/** Both days included. */
export interface CalendarDay {
  readonly id: string
  readonly day: string
  readonly until: string
  readonly kind: 'holiday' | 'workday' | 'event'
  readonly name_zh: string
  readonly name_en: string
  readonly removed_at: string | null
}

/** Its token is told once, to who made it. */
export interface Invitation {
  readonly id: string
  readonly roles: readonly Role[]
  readonly person_id: string | null
  readonly display_name_zh: string | null
  readonly display_name_en: string | null
  readonly phone: string | null
  readonly made_by: string | null
  readonly made_at: string
  readonly expires_at: string
  readonly used_at: string | null
  readonly used_by: string | null
  readonly revoked_at: string | null
}

export interface Certificate {
  readonly id: string
  readonly person_id: string
  readonly name: string
  readonly number: string | null
  readonly issuer: string | null
  readonly categories: readonly AssetCategory[]
  readonly issued_on: string | null
  readonly expires_on: string | null
  readonly photo_hash: string | null
  readonly withdrawn_at: string | null
}
