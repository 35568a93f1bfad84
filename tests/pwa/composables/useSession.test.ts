import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useSession } from '@/composables/useSession'
import type { Grant } from '@/domain/types'
import { closePhone, currentPhone, currentSession } from '@/sync/currentPhone'
import { TestPhone } from '../support/testPhone'
import { makeServer } from '../support/world'

const BOTH: readonly Grant[] = [{ project_id: 'p1', roles: ['engineer'] }, { project_id: 'p2', roles: ['supervisor', 'desk'] }]

function signsIn(id: string, grants: readonly Grant[] = BOTH): void {
  const person = { id, name: id, display_name_zh: id, display_name_en: id, language: 'zh-CN' } as const
  currentSession.value = { person, organisation_id: 'o1', grants }
}

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  currentPhone.value = null
  closePhone()
})

describe('who works here', () => {
  it('is nobody before a sign-in: no project, no rights', async () => {
    const { person, projectId, roles, projects, can, ready } = useSession()
    await ready
    expect([person.value, projectId.value, roles.value, projects.value]).toEqual([null, null, [], []])
    expect(can('engineer', 'supervisor', 'desk', 'client')).toBe(false)
  })

  it('begins in the first project that the rights name', () => {
    signsIn('first')
    const { projectId, roles, can } = useSession()
    expect([projectId.value, roles.value]).toEqual(['p1', ['engineer']])
    expect([can('engineer'), can('supervisor')]).toEqual([true, false])
  })

  it('has the rights of the project that was chosen, at once', () => {
    signsIn('chooser')
    const { projectId, can, chooseProject } = useSession()
    chooseProject('p2')
    expect([projectId.value, can('engineer'), can('supervisor', 'client')]).toEqual(['p2', false, true])
  })

  it('comes back to the chosen project after signing in again; somebody else on this phone does not inherit it', () => {
    const { projectId, chooseProject } = useSession()
    signsIn('anna')
    chooseProject('p2')
    signsIn('bo')
    expect(projectId.value).toBe('p1')
    signsIn('anna')
    expect(projectId.value).toBe('p2')
  })

  it('leaves a project whose rights were taken, and returns to it when they are given back', () => {
    const { projectId, can, chooseProject } = useSession()
    signsIn('taken')
    chooseProject('p2')
    signsIn('taken', [{ project_id: 'p1', roles: ['engineer'] }])
    expect([projectId.value, can('supervisor')]).toEqual(['p1', false])
    signsIn('taken')
    expect(projectId.value).toBe('p2')
  })

  it('has nothing left when all rights were taken', () => {
    signsIn('without', [])
    const { projectId, roles, can } = useSession()
    expect([projectId.value, roles.value, can('engineer')]).toEqual([null, [], false])
  })

  it('knows its projects from the disk, in the order of their codes', async () => {
    const server = makeServer()
    server.insert('p0', 'project', 'project:p1', { code: 'A0', name_zh: '另', name_en: 'Other', contract_number: null, time_zone: 'UTC' })
    const { projects } = useSession()
    const phone = (await TestPhone.of(server, 'anna')).use()
    await phone.sync()
    await expect.poll(() => projects.value.map(({ code }) => code)).toEqual(['A0', 'P1'])
  })
})
