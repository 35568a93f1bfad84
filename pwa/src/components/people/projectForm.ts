/** A project as it is typed: empty texts are nothing, an English name that was left out is the Chinese one. */
import type { Project, ProjectWish } from '@/domain/types'

export type ProjectForm = Record<Exclude<keyof ProjectWish, never>, string>

export function formOf(project: Project | null, zone: string): ProjectForm {
  const text = (value: string | null | undefined) => value ?? ''
  return {
    code: text(project?.code), name_zh: text(project?.name_zh), name_en: project && project.name_en !== project.name_zh ? project.name_en : '',
    contract_number: text(project?.contract_number),
    client_name_zh: text(project?.client_name_zh), client_name_en: text(project?.client_name_en),
    provider_name_zh: text(project?.provider_name_zh), provider_name_en: text(project?.provider_name_en),
    starts_on: text(project?.starts_on), ends_on: text(project?.ends_on), time_zone: project?.time_zone ?? zone,
  }
}

export type ProjectLack = 'name_zh' | 'code' | 'ends_on'
export function lacksOf(form: ProjectForm): ProjectLack[] {
  const lacks: ProjectLack[] = []
  if (form.name_zh.trim() === '') lacks.push('name_zh')
  if (form.code.trim() === '') lacks.push('code')
  if (form.starts_on && form.ends_on && form.ends_on < form.starts_on) lacks.push('ends_on')
  return lacks
}

export function wishOf(form: ProjectForm): ProjectWish {
  const or_null = (text: string) => text.trim() || null
  return {
    code: form.code.trim(), name_zh: form.name_zh.trim(), name_en: form.name_en.trim() || form.name_zh.trim(),
    contract_number: or_null(form.contract_number),
    client_name_zh: or_null(form.client_name_zh), client_name_en: or_null(form.client_name_en),
    provider_name_zh: or_null(form.provider_name_zh), provider_name_en: or_null(form.provider_name_en),
    starts_on: or_null(form.starts_on), ends_on: or_null(form.ends_on), time_zone: form.time_zone,
  }
}
