// Evaluated in the page on the phone: what can be pressed and is smaller than a gloved finger, words that stand out of
// their button or heading (a list may end a name in …: class `cut`), and what scrolls sideways.
//
// A hit area is measured as a finger finds it: the box of the element, joined with its labels'; where that is too small,
// by asking the browser what lies under points beside it (`elementFromPoint`), which counts ::before extensions and
// leaves out what something else covers. Links inside running text are exempt (WCAG 2.5.8, "inline").
;(least) => {
  const PRESSABLE = [
    'button', 'a[href]', 'input:not([type=hidden])', 'select', 'textarea', 'summary',
    '[role=button]', '[role=radio]', '[role=tab]', '[role=switch]', '[role=option]', '[role=checkbox]',
  ].join()
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  const root = modal ?? document
  const seen = { opacityProperty: false, visibilityProperty: true, contentVisibilityAuto: true }

  function areaOf(element) {
    const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect())
    return {
      left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)),
      top: Math.min(...boxes.map((box) => box.top)), bottom: Math.max(...boxes.map((box) => box.bottom)),
    }
  }
  function isInline(element) {
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false
    return element.parentElement.textContent.trim().length > element.textContent.trim().length
  }
  function reaches(element, x, y) {
    const under = document.elementFromPoint(x, y)
    return under !== null && (element.contains(under) || [...(element.labels ?? [])].some((label) => label.contains(under)))
  }
  /** How far the hit area goes from the middle, one way. */
  function reach(element, x, y, dx, dy) {
    let far = 0
    while (far < least && reaches(element, x + dx * (far + 1), y + dy * (far + 1))) far++
    return far
  }
  function measured(element) {
    let area = areaOf(element)
    let size = [area.right - area.left, area.bottom - area.top]
    if (Math.min(...size) >= least - 0.5) return size
    element.scrollIntoView({ block: 'center', inline: 'center' })
    area = areaOf(element)
    const [x, y] = [(area.left + area.right) / 2, (area.top + area.bottom) / 2]
    const across = reach(element, x, y, -1, 0) + reach(element, x, y, 1, 0) + 1
    const down = reach(element, x, y, 0, -1) + reach(element, x, y, 0, 1) + 1
    return [Math.max(size[0], across), Math.max(size[1], down)]
  }
  /** Its words stand out of it, whether they are hidden or lie over what is beside it. */
  function isCut(element) {
    const inside = document.createRange()
    inside.selectNodeContents(element)
    const [box, text] = [element.getBoundingClientRect(), inside.getBoundingClientRect()]
    return text.width > 0 && (text.right > box.right + 1 || text.left < box.left - 1)
  }
  const words = (element) =>
    (element.getAttribute('aria-label') || element.textContent.trim().replace(/\s+/g, ' ') || element.id || element.className).slice(0, 40)

  const pressable = [...root.querySelectorAll(PRESSABLE)]
    .filter((element) => element.checkVisibility(seen) && !element.closest('[inert]') && !isInline(element))
  const small = []
  for (const element of pressable) {
    const [width, height] = measured(element)
    if (Math.min(width, height) < least - 0.5)
      small.push(`${element.tagName.toLowerCase()}.${element.className} “${words(element)}” ${Math.round(width)} × ${Math.round(height)} px`)
  }
  const cut = [...root.querySelectorAll('button, a.btn, .btn, .pill, h1, h2, h3')]
    .filter((element) => element.checkVisibility(seen) && !element.matches('.cut, .unseen, :has(.cut)') && isCut(element))
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} “${words(element)}” is cut`)
  const wide = document.documentElement.scrollWidth > innerWidth
    ? [`scrolls sideways: ${document.documentElement.scrollWidth} > ${innerWidth} px`] : []
  return { measured: pressable.length, faults: [...small, ...cut, ...wide] }
}
