/** The form in which somebody says who they are; what is wrong with it is said at its field. */
import { reactive, ref } from 'vue'
import { ApiError } from '@/domain/errors'
import type { Newcomer } from '@/domain/types'

export const SHORTEST_PASSWORD = 10
export interface NewcomerForm { name_zh: string; name_en: string; name: string; password: string }
export type NewcomerField = 'display_name_zh' | 'name' | 'password'
/** `words` are the server's; without them the field's own sentence is shown. */
export type NewcomerTroubles = Partial<Record<NewcomerField, string>>

export function useNewcomer() {
  const form = reactive<NewcomerForm>({ name_zh: '', name_en: '', name: '', password: '' })
  const troubles = ref<NewcomerTroubles>({})

  /** Null, and what is missing at its field, until it can be sent. */
  function said(language: 'zh-CN' | 'en'): Newcomer | null {
    const shown = form.name_zh.trim()
    troubles.value = {
      ...(shown === '' ? { display_name_zh: '' } : {}),
      ...(/^[a-z0-9._-]{2,60}$/.test(form.name.trim().toLowerCase()) ? {} : { name: '' }),
      ...(form.password.length < SHORTEST_PASSWORD ? { password: '' } : {}),
    }
    if (Object.keys(troubles.value).length > 0) return null
    return { name: form.name.trim(), password: form.password, display_name_zh: shown, display_name_en: form.name_en.trim() || shown, language }
  }

  /** True when the server found something wrong with a field: it is said there. */
  function refused(error: unknown): boolean {
    if (!(error instanceof ApiError) || error.status !== 422) return false
    const wrong = Object.entries(error.fields).flatMap(([path, words]) => {
      const field = path.replace(/^.*\./, '')
      return field === 'name' || field === 'password' || field === 'display_name_zh' ? [[field, words[0] ?? ''] as const] : []
    })
    troubles.value = Object.fromEntries(wrong)
    return wrong.length > 0
  }

  return { form, troubles, said, refused }
}
