import { computed, type Ref } from 'vue'
import { documentsOf, documentsOfType, getDocument } from '../db/documents'
import type { Conflict, DraftItem, Plan, Template, TemplateDraft } from '../domain/types'
import { live } from './live'

export interface TemplateLine {
  readonly key: string
  /** The newest first. */
  readonly versions: readonly Template[]
  readonly drafts: readonly TemplateDraft[]
  readonly plans: readonly Plan[]
}

/** Checklists by key: published versions, drafts under way, and the plans that walk them. */
export function useTemplates(): Readonly<Ref<readonly TemplateLine[] | null>> {
  return live(async ({ db }) => {
    const [templates, drafts, plans] = await Promise.all([
      documentsOfType(db, 'template'), documentsOfType(db, 'template_draft'), documentsOfType(db, 'plan'),
    ])
    const open = drafts.filter(({ state }) => state === 'open')
    const keys = [...new Set([...templates, ...open].map(({ key }) => key))].sort()
    return keys.map((key) => ({
      key,
      versions: templates.filter((one) => one.key === key).sort((a, b) => b.version - a.version),
      drafts: open.filter((one) => one.key === key),
      plans: plans.filter((one) => one.template_key === key),
    }))
  })
}

export interface DraftView {
  readonly draft: TemplateDraft
  /** In their order, without those that were removed. */
  readonly items: readonly DraftItem[]
  readonly removed: readonly DraftItem[]
  readonly conflicts: readonly Conflict[]
  readonly base: Template | null
  /** The newest published version of its key. */
  readonly newest: Template | null
}

/** One draft with all that publishing it stands on; null while loading, and where there is no such draft. */
export function useDraft(id: Readonly<Ref<string>>): Readonly<Ref<DraftView | null>> {
  return live(async ({ db }) => {
    const draft = await getDocument(db, 'template_draft', id.value)
    if (draft === null) return null
    const all = (await documentsOfType(db, 'draft_item')).filter(({ draft_id }) => draft_id === draft.id)
    all.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    const versions = (await documentsOfType(db, 'template')).filter(({ key }) => key === draft.key)
    const conflicts = await Promise.all([draft.id, ...all.map((item) => item.id)].map((doc) => documentsOf(db, 'conflict', 'lookup', doc)))
    return {
      draft,
      items: all.filter(({ removed }) => !removed),
      removed: all.filter(({ removed }) => removed),
      conflicts: conflicts.flat().filter(({ state }) => state === 'open'),
      base: await getDocument(db, 'template', draft.based_on_id),
      newest: versions.sort((a, b) => b.version - a.version)[0] ?? null,
    }
  }, id)
}

/** The versions of one checklist, the newest first. */
export function useVersions(key: Readonly<Ref<string>>): Readonly<Ref<TemplateLine | null>> {
  const all = useTemplates()
  const none = computed(() => ({ key: key.value, versions: [], drafts: [], plans: [] }))
  return computed(() => (all.value === null ? null : (all.value.find((line) => line.key === key.value) ?? none.value)))
}
