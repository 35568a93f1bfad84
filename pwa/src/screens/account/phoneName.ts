/** A short name of this phone and browser, as people would say it. A hint only: browsers tell what they like. */
interface BrandedNavigator {
  readonly userAgentData?: { readonly platform: string; readonly brands: readonly { readonly brand: string }[] }
}

export function phoneName({ userAgent, userAgentData }: Pick<Navigator, 'userAgent'> & BrandedNavigator = navigator): string {
  const platform = userAgentData?.platform ?? firstOf(userAgent, ['iPhone', 'iPad', 'Android', 'HarmonyOS', 'Windows', 'Mac OS X', 'Linux'])
  const browser = firstOf(userAgent, ['MicroMessenger', 'Edg', 'Firefox', 'HuaweiBrowser', 'Chrome', 'Safari'])
  const names: Record<string, string> = { MicroMessenger: 'WeChat', Edg: 'Edge', 'Mac OS X': 'macOS' }
  return [platform, browser].map((name) => names[name] ?? name).filter(Boolean).join(' ')
}

const firstOf = (text: string, names: readonly string[]) => names.find((name) => text.includes(name)) ?? ''
