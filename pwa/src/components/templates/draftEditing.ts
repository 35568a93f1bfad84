/** Editing one draft: where its fields are saved to, and what each item looks like to who edits it. */
import { inject, provide, type ComputedRef, type InjectionKey } from 'vue'
import { addDraftItems, type DraftNames, editDraft, editDraftItem, type ItemEdit } from '@/actions/editDraft'
import type { DraftView } from '@/composables/useTemplates'
import type { DraftItem, DraftItemFields } from '@/domain/types'
import type { ItemField, TemplateProblem } from '@/rules/templateProblems'

export interface DraftEditing {
  readonly view: ComputedRef<DraftView | null>
  readonly problems: ComputedRef<readonly TemplateProblem[]>
  save(write: () => Promise<unknown>): Promise<unknown>
  set(item: DraftItem, edit: ItemEdit): Promise<unknown>
  setDraft(fields: Partial<DraftNames>): Promise<unknown>
  add(items: readonly DraftItemFields[]): Promise<readonly string[] | undefined>
  problemOf(item: DraftItem, field: ItemField): string
}

const EDITING: InjectionKey<DraftEditing> = Symbol('draft editing')

interface Needs {
  readonly view: ComputedRef<DraftView | null>
  readonly problems: ComputedRef<readonly TemplateProblem[]>
  save<Result>(write: () => Promise<Result>): Promise<Result | undefined>
  /** A problem as a sentence. */
  say(problem: string): string
}

export function provideDraftEditing({ view, problems, save, say }: Needs): DraftEditing {
  const editing: DraftEditing = {
    view,
    problems,
    save,
    set: (item, edit) => save(() => editDraftItem(item.id, edit)),
    setDraft: async (fields) => {
      const draft = view.value?.draft
      if (draft) await save(() => editDraft(draft.id, fields))
    },
    add: async (items) => {
      const draft = view.value?.draft
      return draft ? save(() => addDraftItems(draft.id, items)) : undefined
    },
    problemOf: (item, field) => {
      const found = problems.value.find((one) => one.check_key === item.check_key && one.field === field)
      return found ? say(found.problem) : ''
    },
  }
  provide(EDITING, editing)
  return editing
}

export function useDraftEditing(): DraftEditing {
  const editing = inject(EDITING)
  if (!editing) throw new Error('no page above edits a draft')
  return editing
}
