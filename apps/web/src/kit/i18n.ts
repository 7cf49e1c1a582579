import { Locale } from '@coachvisio/contract/locale.ts'
import i18next from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { typeset } from './typography.ts'
import type { Words } from './words-fr.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Words
  }
}

const key = 'coachvisio.locale'

/** One chunk per language: whoever reads French never downloads English. */
async function wordsOf(locale: Locale): Promise<Words> {
  return locale === 'fr' ? (await import('./words-fr.ts')).default : (await import('./words-en.ts')).default
}

/** What was chosen on this device, else the browser's first language that is written here, else French. */
function preferredLocale(): Locale {
  const stored = Locale.safeParse(storedLocale())
  if (stored.success) return stored.data
  for (const tag of navigator.languages) {
    const spoken = Locale.safeParse(tag.slice(0, 2).toLowerCase())
    if (spoken.success) return spoken.data
  }
  return 'fr'
}

function storedLocale(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

async function loadWords(locale: Locale): Promise<void> {
  if (i18next.hasResourceBundle(locale, 'common')) return
  for (const [room, words] of Object.entries(await wordsOf(locale))) i18next.addResourceBundle(locale, room, words)
}

export async function startI18n(): Promise<void> {
  const locale = preferredLocale()
  await i18next
    .use({ type: 'postProcessor' as const, name: 'typography', process: (text: string) => typeset(text, currentLocale()) })
    .use(initReactI18next)
    .init({
      lng: locale,
      fallbackLng: false,
      defaultNS: 'common',
      resources: {},
      postProcess: ['typography'],
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    })
  await loadWords(locale)
  document.documentElement.lang = locale
}

/** Changes the language of this device; the account's is changed by whoever calls. */
export async function speak(locale: Locale): Promise<void> {
  if (locale === currentLocale()) return
  await loadWords(locale)
  try {
    localStorage.setItem(key, locale)
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  await i18next.changeLanguage(locale)
  document.documentElement.lang = locale
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'fr'
}

export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'fr'
}

/** Sets a text that came from the API; the language is that of the text, not of the screen. */
export function useTypeset(locale?: Locale): (text: string) => string {
  const spoken = useLocale()
  const set = locale ?? spoken
  return useCallback((text: string) => typeset(text, set), [set])
}
