import type { Plugin } from 'vite'

/**
 * Vant's icon font falls back to a host that is not ours, and Chromium really asks it
 * although the embedded copy comes first. We draw Lucide icons; the fallback goes.
 */
export const FOREIGN_FONT = /,\s*url\((?:https?:)?\/\/[^)]*\)\s*(?:format\([^)]*\))?/g

export function stripForeignFont(): Plugin {
  return {
    name: 'roundsman:strip-foreign-font',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/vant/') || !id.includes('.css')) return null
      return { code: code.replace(FOREIGN_FONT, ''), map: null }
    },
  }
}
