import type { Locale } from '@coachvisio/contract/locale.ts';
import { createInstance } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { typeset } from '@coachvisio/engine/typography.ts';
import type { FirstWords } from './words-fr-first.ts';
import type { PageWords } from './words-fr-pages.ts';
import type { Words } from './words-fr.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: FirstWords & Words & PageWords;
  }
}

const key = 'coachvisio.locale';

/** Three chunks per language, the first page's, the stage's and the rest: whoever reads French never downloads English. */
const wordsOf = {
  fr: [() => import('./words-fr-first.ts'), () => import('./words-fr.ts'), () => import('./words-fr-pages.ts')],
  en: [() => import('./words-en-first.ts'), () => import('./words-en.ts'), () => import('./words-en-pages.ts')],
} as const;

const words = createInstance();

/** How many of them were asked for so far: the first page alone. */
let asked = 1;

/** What was chosen on this device, else the browser's first language that is written here, else French. */
function preferredLocale(): Locale {
  return [storedLocale(), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase()).find(isLocale) ?? 'fr';
}

const isLocale = (tag: string | undefined): tag is Locale => tag === 'fr' || tag === 'en';

function storedLocale(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

async function loadWords(locale: Locale): Promise<void> {
  for (const { default: part } of await Promise.all(wordsOf[locale].slice(0, asked).map((load) => load()))) {
    for (const [room, sentences] of Object.entries(part)) words.addResourceBundle(locale, room, sentences);
  }
}

async function loadParts(parts: number): Promise<void> {
  if (parts <= asked) return;
  asked = parts;
  await loadWords(currentLocale());
}

/** Before any screen but the first. */
export const loadStageWords = (): Promise<void> => loadParts(2);
/** Before any screen but the first and the stage. */
export const loadAllWords = (): Promise<void> => loadParts(3);

export async function startI18n(): Promise<void> {
  const locale = preferredLocale();
  await words
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
    });
  await loadWords(locale);
  document.documentElement.lang = locale;
}

/** Changes the language of this device; the account's is changed by whoever calls. */
export async function speak(locale: Locale): Promise<void> {
  if (locale === currentLocale()) return;
  await loadWords(locale);
  try {
    localStorage.setItem(key, locale);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  await words.changeLanguage(locale);
  document.documentElement.lang = locale;
}

function currentLocale(): Locale {
  return words.language === 'en' ? 'en' : 'fr';
}

export function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'fr';
}

/** Sets a text that came from the API; the language is that of the text, not of the screen. */
export function useTypeset(locale?: Locale): (text: string) => string {
  const spoken = useLocale();
  const set = locale ?? spoken;
  return useCallback((text: string) => typeset(text, set), [set]);
}
