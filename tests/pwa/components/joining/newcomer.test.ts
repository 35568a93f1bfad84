import { describe, expect, it } from 'vitest'
import { useNewcomer } from '@/components/joining/newcomer'
import { ApiError } from '@/domain/errors'

function filled(fields: Partial<ReturnType<typeof useNewcomer>['form']> = {}) {
  const newcomer = useNewcomer()
  Object.assign(newcomer.form, { name_zh: '王芳', name: 'Wang.Fang', password: 'seven quiet lamps' }, fields)
  return newcomer
}

describe('who comes by a link', () => {
  it('is sent once every field will do; the English name may be left out', () => {
    expect(filled().said('zh-CN')).toEqual({
      name: 'Wang.Fang', password: 'seven quiet lamps', display_name_zh: '王芳', display_name_en: '王芳', language: 'zh-CN',
    })
  })
  it('hears at each field what is missing', () => {
    const newcomer = filled({ name_zh: ' ', name: '王芳', password: 'short' })
    expect(newcomer.said('en')).toBeNull()
    expect(Object.keys(newcomer.troubles.value)).toEqual(['display_name_zh', 'name', 'password'])
  })
  it('hears the server’s words at the field that they are about', () => {
    const newcomer = filled()
    const taken = new ApiError('invalid_input', 422, null, { fields: { name: ['已经有人用了'] } })
    expect(newcomer.refused(taken)).toBe(true)
    expect(newcomer.troubles.value).toEqual({ name: '已经有人用了' })
    expect(newcomer.refused(new ApiError('expired', 410, '用过了'))).toBe(false)
  })
})
