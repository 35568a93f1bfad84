import type { RouteLocationNormalizedLoaded } from 'vue-router'

/** `?wall=1` on a page that has one: for a screen on the wall. Nothing around it, and dark whatever this browser's own theme is. */
export const isWall = (route: Pick<RouteLocationNormalizedLoaded, 'meta' | 'query'>): boolean => route.meta.wall === true && 'wall' in route.query
