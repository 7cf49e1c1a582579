import { accountRoutes } from '@coachvisio/contract/account.ts'
import { Locale } from '@coachvisio/contract/locale.ts'
import { useTranslation } from 'react-i18next'
import { call } from '../../kit/call.ts'
import { speak, useLocale } from '../../kit/i18n.ts'
import styles from './Account.module.css'
import { rememberMe, useMe } from './use-me.ts'

const names: Record<Locale, string> = { fr: 'Français', en: 'English' }

/** Each language is named in itself: whoever needs it may not read the other. */
export function LanguageLinks() {
  const { t } = useTranslation()
  const current = useLocale()
  const choose = useChooseLocale()
  return (
    <span className={styles.languages} role="group" aria-label={t('language')}>
      {Locale.options.map((locale) => (
        <button key={locale} type="button" lang={locale} aria-pressed={locale === current} onClick={() => choose(locale)}>
          {names[locale]}
        </button>
      ))}
    </span>
  )
}

/** Changes the language of the screen at once, and of the account when there is one. */
export function useChooseLocale(): (locale: Locale) => void {
  const { data: me } = useMe()
  return (locale) => {
    void speak(locale)
    if (me) {
      rememberMe({ ...me, locale })
      void call(accountRoutes.change, { body: { locale } }).then(rememberMe, () => undefined)
    }
  }
}
