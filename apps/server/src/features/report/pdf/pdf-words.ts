import type { Locale } from '@coachvisio/contract/locale.ts';
import { createInstance } from 'i18next';
import en from '../../../../../../locales/en/pdf.json' with { type: 'json' };
import fr from '../../../../../../locales/fr/pdf.json' with { type: 'json' };

export type Say = (id: string, params?: Readonly<Record<string, string | number>>) => string;

const sentences = createInstance();
// Nothing is loaded, so nothing is waited for: the sentences are there when this returns.
void sentences.init({
  resources: { fr: { pdf: fr }, en: { pdf: en } },
  defaultNS: 'pdf',
  fallbackLng: false,
  initAsync: false,
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

export function sayIn(locale: Locale): Say {
  const t = sentences.getFixedT(locale);
  return (id, params) => t(id, { ...params });
}
