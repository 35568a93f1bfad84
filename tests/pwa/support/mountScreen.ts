import { mount } from '@vue/test-utils'
import type { Component } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { loadMessages, type Language } from '@/locales/languages'
import { routes } from '@/shell/routes'

interface Options {
  readonly props?: Record<string, unknown>
  readonly slots?: Record<string, string>
  readonly at?: string
  readonly language?: Language
}

const nowhere = { template: '<main></main>' }

/** One component or screen with real texts and real route names; the screens behind its links are left empty. */
export async function mountScreen(component: Component, { props = {}, slots = {}, at = '/', language = 'zh-CN' }: Options = {}) {
  const i18n = createI18n({ legacy: false, locale: language, messages: { [language]: await loadMessages(language) } })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: routes.map(({ path, name, meta }) => ({ path, name: String(name), meta: meta ?? { title: '' }, component: nowhere })),
  })
  await router.push(at)
  const wrapper = mount(component, { props, slots, global: { plugins: [i18n, router] }, attachTo: document.body })
  return { wrapper, router, t: i18n.global.t }
}
