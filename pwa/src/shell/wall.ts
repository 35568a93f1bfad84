import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { wide } from './wide'

/**
 * `?wall=1` on a page that has one: for a screen on the wall. Nothing around it, and dark whatever this browser's own theme is.
 * A phone is no wall: there the page is shown as ever.
 */
export const isWall = (route: Pick<RouteLocationNormalizedLoaded, 'meta' | 'query'>): boolean =>
  wide.value && route.meta.wall === true && 'wall' in route.query
