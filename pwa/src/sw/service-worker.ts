/**
 * Table of contents: 1 the whole app is put on disk when it is installed, every chunk and wasm of it ·
 * 2 a page of the app is index.html, whatever its address · 3 a new version waits until a person agrees ·
 * and that is all. Requests that change something are never touched: a service worker that rebuilds a POST
 * has lost people's work before (enketo PR 1584). No background sync: its queue forgets after seven days.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { takeOverWhenAsked } from './takeOver'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (string | { url: string; revision: string | null })[] }

// 1
precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()

// 2: /t/{code} of a printed label included; what the server draws itself is left to it
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/, /^\/files(\/|$)/, /^\/verify(\/|$)/, /^\/l\//] }))

// 3
takeOverWhenAsked(self)
