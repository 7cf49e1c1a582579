import { useEffect, useRef } from 'react'
import type { Turn } from '@coachvisio/contract/conversation.ts'
import type { Locale } from '@coachvisio/contract/locale.ts'
import { useTranslation } from 'react-i18next'
import { minutesAndSeconds } from '../../kit/format.ts'
import type { Said } from '../../kit/live-state.ts'
import { typeset } from '../../kit/typography.ts'
import styles from './TranscriptPanel.module.css'

type TranscriptPanelProps = {
  readonly turns: readonly Turn[]
  readonly outbox: readonly Said[]
  readonly firstName: string
  readonly locale: Locale
}

/** All that was said, the newest in view. */
export function TranscriptPanel({ turns, outbox, firstName, locale }: TranscriptPanelProps) {
  const { t } = useTranslation('session')
  const end = useRef<HTMLLIElement>(null)
  const count = turns.length + outbox.length
  useEffect(() => {
    void end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  if (count === 0) return <p className={styles.empty}>{t('transcript.empty')}</p>
  return (
    <ol className={styles.turns} lang={locale}>
      {turns.map((turn) => (
        <li key={turn.seq} data-who={turn.who}>
          <p className={styles.head}>
            <b>{turn.who === 'learner' ? t('transcript.you') : firstName}</b>
            <time>{minutesAndSeconds(turn.atMs)}</time>
          </p>
          <p className={styles.words}>{typeset(turn.text, locale)}</p>
        </li>
      ))}
      {outbox.map((said) => (
        <li key={said.clientTurnId} data-who="learner">
          <p className={styles.head}>
            <b>{t('transcript.you')}</b>
            <span>{t('transcript.sending')}</span>
          </p>
          <p className={styles.words}>{typeset(said.text, locale)}</p>
        </li>
      ))}
      <li ref={end} aria-hidden="true" />
    </ol>
  )
}
