import { createApp } from 'vue'
import { usePreferences } from './composables/usePreferences'
import App from './shell/App.vue'
import { i18n, showLanguage } from './shell/i18n'
import { router } from './shell/router'
import './styles/index.css'

async function start(): Promise<void> {
  await showLanguage(usePreferences().language.value)
  createApp(App).use(i18n).use(router).mount('#app')
}

void start()
