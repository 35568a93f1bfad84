import { describe, expect, it } from 'vitest'
import { formOf, lacksOf, wishOf } from '@/components/people/projectForm'

const typed = (fields: Partial<ReturnType<typeof formOf>>) => ({ ...formOf(null, 'Asia/Shanghai'), ...fields })

describe('a project as it is typed', () => {
  it('needs a name and a code', () => {
    expect(lacksOf(typed({}))).toEqual(['name_zh', 'code'])
    expect(lacksOf(typed({ name_zh: '托管', code: 'CG' }))).toEqual([])
  })
  it('does not end before it begins', () => {
    expect(lacksOf(typed({ name_zh: '托管', code: 'CG', starts_on: '2026-02-01', ends_on: '2026-01-01' }))).toEqual(['ends_on'])
  })
  it('takes the Chinese name where no English one is given, and empty fields as nothing', () => {
    const wish = wishOf(typed({ name_zh: ' 托管 ', code: 'CG' }))
    expect(wish).toMatchObject({ name_zh: '托管', name_en: '托管', contract_number: null, starts_on: null, time_zone: 'Asia/Shanghai' })
  })
  it('shows what is kept and keeps what it shows', () => {
    const wish = wishOf(typed({ name_zh: '托管', name_en: 'Hosting', code: 'CG', client_name_zh: '市局' }))
    expect(wishOf(formOf({ id: 'p', ...wish }, 'UTC'))).toEqual(wish)
  })
})
