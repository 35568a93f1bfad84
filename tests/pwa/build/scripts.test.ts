import { describe, expect, it } from 'vitest'
import { firstLoad } from '../../../pwa/scripts/checkBudget'
import { foreignAddresses } from '../../../pwa/scripts/checkHosts'

describe('the first load', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', imports: ['_vue.js'], css: ['assets/index.css'] },
    '_vue.js': { file: 'assets/vue.js', imports: ['_base.js'] },
    '_base.js': { file: 'assets/base.js', imports: ['_vue.js'] },
    'src/scanner.ts': { file: 'assets/scanner.js' },
    'src/locales/zh-CN/index.ts': { file: 'assets/zh.js', imports: ['_vue.js'] },
  }
  const html = '<script type="module" src="/assets/index.js"></script><link rel="stylesheet" href="/assets/index.css"><script src="/theme.js"></script>'

  it('is what the page names, and what that imports at once', () => {
    expect(firstLoad(html, manifest).sort()).toEqual(['assets/base.js', 'assets/index.css', 'assets/index.js', 'assets/vue.js', 'index.html', 'theme.js'])
  })

  it('counts the texts of a language, and nothing that is loaded later', () => {
    const files = firstLoad(html, manifest, ['locales/zh-CN/index.ts'])
    expect(files).toContain('assets/zh.js')
    expect(files).not.toContain('assets/scanner.js')
  })
})

describe('a foreign host in the built files', () => {
  it('is found with and without its scheme', () => {
    expect(foreignAddresses('a{src:url(//at.alicdn.com/t/font.woff)} fetch("https://cdn.example.org/x.wasm")')).toEqual(['https://at.alicdn.com/t/font.woff', 'https://cdn.example.org/x.wasm'])
  })

  it('is not a namespace, nor a comment', () => {
    expect(foreignAddresses('xmlns="http://www.w3.org/2000/svg" // a comment.\n x//y')).toEqual([])
  })
})
