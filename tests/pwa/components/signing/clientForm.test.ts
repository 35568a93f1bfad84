import { describe, expect, it } from 'vitest'
import { choose, clientLack, EMPTY_FORM, formOf, OTHER } from '@/components/signing/clientForm'

const officer = { id: 'm1', phone: '138 0000 0001' }

describe('what the client still has to do', () => {
  it('is to sign, before anything else', () => expect(clientLack(EMPTY_FORM, false)).toBe('signature'))
  it('is to choose a name: nobody is preselected', () => expect(clientLack(EMPTY_FORM, true)).toBe('name'))
  it('is nothing once a name is chosen', () => expect(clientLack(choose(EMPTY_FORM, officer), true)).toBeNull())
  it('is to write a name that is not in the list', () => {
    const other = choose(EMPTY_FORM, null)
    expect(clientLack(other, true)).toBe('other_name')
    expect(clientLack({ ...other, other_name: '王主任' }, true)).toBeNull()
  })
  it('is to name who signs on behalf', () => {
    const proxy = { ...choose(EMPTY_FORM, officer), on_behalf: true, proxy_name: ' ' }
    expect(clientLack(proxy, true)).toBe('proxy_name')
  })
})

describe('choosing a name', () => {
  it('fills in that person’s phone number', () => expect(choose(EMPTY_FORM, officer)).toMatchObject({ chosen: 'm1', phone: officer.phone }))
  it('leaves no other person’s number behind', () => {
    expect(choose(choose(EMPTY_FORM, officer), null)).toMatchObject({ chosen: OTHER, phone: '' })
  })
})

it('takes only a draft that is one', () => {
  expect(formOf({ chosen: 'm1' })).toMatchObject({ chosen: 'm1', opinion: null })
  expect(formOf(null)).toBeNull()
  expect(formOf('m1')).toBeNull()
})
