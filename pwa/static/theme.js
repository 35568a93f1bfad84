// Runs before the first paint, so that a dark machine room is never lit by a white flash.
// A file of its own because the content security policy forbids inline scripts.
// The keys are those of composables/usePreferences.ts.
;(function () {
  var root = document.documentElement
  var theme = 'auto'
  var language = null
  try {
    theme = localStorage.getItem('roundsman.theme') || 'auto'
    language = localStorage.getItem('roundsman.language')
  } catch {
    // storage forbidden: the defaults hold
  }
  var dark = theme === 'dark' || (theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
  root.lang = language || (/^zh/i.test(navigator.language) ? 'zh-CN' : 'en')
  var colour = document.querySelector('meta[name="theme-color"]')
  if (colour) colour.setAttribute('content', dark ? '#0c1112' : '#edf0f0')
})()
