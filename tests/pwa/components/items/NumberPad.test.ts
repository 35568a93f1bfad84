import { expect, it } from 'vitest'
import NumberPad from '@/components/items/NumberPad.vue'
import { mountScreen } from '../../support/mountScreen'

async function pad() {
  const { wrapper } = await mountScreen(NumberPad)
  const press = (name: string) => wrapper.findAll('button').find((key) => (key.attributes('aria-label') ?? key.text()) === name)?.trigger('click')
  return { wrapper, press }
}

it('hands up each key', async () => {
  const { wrapper, press } = await pad()
  await press('8')
  await press('负号')
  await press('删除')
  expect(wrapper.emitted('press')).toEqual([['8'], ['-'], ['delete']])
})
it('says OK and that it cannot be measured', async () => {
  const { wrapper, press } = await pad()
  await press('确定')
  await press('测不了')
  expect(Object.keys(wrapper.emitted())).toEqual(expect.arrayContaining(['ok', 'unable']))
})
it('takes a real keyboard too, but not while a text field has the focus', async () => {
  const { wrapper } = await pad()
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '7', bubbles: true }))
  const field = document.body.appendChild(document.createElement('textarea'))
  field.dispatchEvent(new KeyboardEvent('keydown', { key: '7', bubbles: true }))
  expect(wrapper.emitted('press')?.length).toBe(1)
})
