import type { Router } from 'vue-router'
import { closeTopmost } from '@/components/openDialogs'

/**
 * Back closes what lies over the page. Chromium's close watcher does it for modal dialogs by itself on Android; everywhere
 * else, and for a swipe or a browser's own Back button, the step back is taken as the wish to close and is not made.
 */
export function backCloses(router: Router): void {
  let stepped = false
  router.options.history.listen((_to, _from, { type }) => void (stepped = type === 'pop'))
  router.beforeEach(() => {
    const closes = stepped && closeTopmost()
    stepped = false
    return !closes
  })
}
