import type { Report } from '@coachvisio/contract/report.ts';
import { type BeginSession, sessionRoutes } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { Portrait } from '../../avatar/Portrait.tsx';
import { call } from '../../kit/call.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { OutcomeBadge } from '../../kit/OutcomeBadge.tsx';
import { useStartSession } from '../../kit/use-start-session.ts';
import styles from './OutcomeHero.module.css';

const faces = { good: 'relieved', mixed: 'attentive', bad: 'firm' } as const;

/** First how it ended and one sentence why, then what to do with it. */
export function OutcomeHero({ report }: { readonly report: Report }) {
  const { t } = useTranslation('report');
  const set = useTypeset(report.locale);
  const { kind, title, reason } = report.outcome;
  const firstName = report.personaName.split(' ')[0] ?? report.personaName;

  const { start, busy, error } = useStartSession((wish: BeginSession) => call(sessionRoutes.begin, { body: wish }));

  return (
    <section className={styles.hero}>
      <Portrait
        slug={report.persona}
        expression={kind ? faces[kind] : 'neutral'}
        alt={t('hero.portrait', { name: report.personaName })}
        className={styles.face}
      />
      <div className={styles.words}>
        <OutcomeBadge outcome={report.outcome} />
        {report.scored ? (
          <>
            <h1 lang={report.locale}>{title ? set(title) : t(`hero.${reason}`, { name: firstName })}</h1>
            {report.because && (
              <p className={styles.because} lang={report.locale}>
                {set(report.because)}
              </p>
            )}
          </>
        ) : (
          <>
            <h1>{t('hero.distressTitle')}</h1>
            <p className={styles.because}>{t('hero.distressText')}</p>
          </>
        )}
        {error && <FailureNotice error={error} />}
        <div className={styles.acts}>
          {report.scored && (
            <Button
              variant="primary"
              icon="replay"
              busy={busy}
              busyLabel={t('hero.replaying')}
              onClick={() => start({ scenario: report.scenario, locale: report.locale })}
            >
              {t('hero.replay')}
            </Button>
          )}
          <Button asChild icon="download">
            <a href={`/v1/sessions/${report.session}/report.pdf`} download>
              {t('hero.pdf')}
            </a>
          </Button>
        </div>
      </div>
    </section>
  );
}
