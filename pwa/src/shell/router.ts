import { createRouter, createWebHistory, START_LOCATION } from 'vue-router'
import { clientLockGuard } from '@/composables/clientLock'
import { useSession } from '@/composables/useSession'
import { backCloses } from './backCloses'
import { homeFor, mayOpen } from './home'
import { completeLanguage } from './i18n'
import { showPageTrouble } from './pageTrouble'
import { routes } from './routes'

export const router = createRouter({
  history: createWebHistory('/'),
  routes,
  // Screens scroll inside their frame; returning shows the top, where what matters most stands.
  scrollBehavior: () => false,
})

backCloses(router)

/** Nobody signed in: sign in first, then on to where the person wanted to go (a tag's link keeps its check). */
router.beforeEach(async (to) => {
  const session = useSession()
  await session.ready
  const signed_in = session.person.value !== null
  if (!signed_in && !to.meta.public) return { name: 'sign-in', query: { to: to.fullPath } }
  if (signed_in && to.name === 'sign-in' && !('again' in to.query)) return { path: '/' }
  return true
})

/** In the client's hands the phone shows the client's page and nothing else, after a restart too. */
router.beforeEach((to) => clientLockGuard(to))

/** A link of the staff in a client's hands, or typed: no empty desk that looks as if there were nothing. */
router.beforeEach((to) => {
  const session = useSession()
  return session.person.value === null || mayOpen(to.meta, session) ? true : { path: homeFor(session), replace: true }
})

/** The address alone lands where this person's day begins; later visits to Today are taken at their word. */
router.beforeEach((to, from) => {
  if (to.name !== 'today') return true
  const home = homeFor(useSession())
  // A client has no Today at all.
  if (home !== '/reports' && from !== START_LOCATION && from.name !== 'sign-in') return true
  return home === '/' ? true : { path: home, replace: true }
})

/** Texts beyond those of the first screens come with the first screen that needs them. */
router.beforeResolve(async (to) => {
  if (!to.meta.first) await completeLanguage()
})

router.onError((error) => showPageTrouble(error))
