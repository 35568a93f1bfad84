import { expect, it, vi } from 'vitest'
import { createRouter, createWebHistory } from 'vue-router'
import { coverPage, uncoverPage } from '@/components/openDialogs'
import { backCloses } from '@/shell/backCloses'

const nowhere = { template: '<main></main>' }

it('a step back closes what lies over the page and stays; the next one leaves, and links always do', async () => {
  const router = createRouter({ history: createWebHistory('/'), routes: ['/', '/items', '/scan'].map((path) => ({ path, component: nowhere })) })
  backCloses(router)
  await router.push('/')
  await router.push('/items')
  const close = vi.fn()
  coverPage(close)
  router.back()
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce())
  await vi.waitFor(() => expect(location.pathname).toBe('/items'))
  expect(router.currentRoute.value.path).toBe('/items')

  coverPage(close)
  await router.push('/scan') // a link inside the sheet
  expect([router.currentRoute.value.path, close.mock.calls.length]).toEqual(['/scan', 1])
  uncoverPage(close)
  router.back()
  await vi.waitFor(() => expect(router.currentRoute.value.path).toBe('/items'))
})
