import type { Locale } from '@coachvisio/contract/locale.ts';
import { useTranslation } from 'react-i18next';
import { useLocale } from './i18n.ts';
import styles from './LanguageLinks.module.css';

/** Each language is named in itself: whoever needs it may not read the other. */
const languages = [
  { locale: 'fr', name: 'Français' },
  { locale: 'en', name: 'English' },
] as const;

export function LanguageLinks({ onChoose }: { readonly onChoose: (locale: Locale) => void }) {
  const { t } = useTranslation();
  const current = useLocale();
  return (
    <fieldset className={styles.languages} aria-label={t('language')}>
      {languages.map(({ locale, name }) => (
        <button key={locale} type="button" lang={locale} aria-pressed={locale === current} onClick={() => onChoose(locale)}>
          {name}
        </button>
      ))}
    </fieldset>
  );
}
