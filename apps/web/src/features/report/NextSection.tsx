import type { Report } from '@coachvisio/contract/report.ts';
import { quoted } from '@coachvisio/engine/typography.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { minutesAndSeconds } from '../../kit/format.ts';
import { useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Quote } from '../../ui/Quote.tsx';
import styles from './NextSection.module.css';
import { QuoteLink } from './QuoteLink.tsx';
import { Section } from './Section.tsx';

type NextSectionProps = {
  readonly report: Report;
  readonly onOpen: (seq: number) => void;
  readonly onReplay: (seq: number) => void;
  readonly starting: boolean;
};

/** What to do with it: a sentence said better, a moment to say anew, an exercise. Each stands alone; what could not be said honestly is left out. */
export function NextSection({ report, onOpen, onReplay, starting }: NextSectionProps) {
  const { t } = useTranslation('report');
  const set = useTypeset(report.locale);
  const { better, replayFrom, next, locale } = report;
  if (!better && !replayFrom && !next) return null;
  return (
    <Section id="next" title={t('next.title')} note={t('next.note')}>
      <div className={styles.cards}>
        {better && (
          <article className={styles.card} aria-labelledby="next-better">
            <h3 id="next-better">
              <Icon name="edit" />
              {t('next.better')}
            </h3>
            <QuoteLink quote={better.quote} tone="watch" locale={locale} onOpen={onOpen} />
            <p className={styles.lead} lang={locale}>
              {set(better.title)}
            </p>
            <p className={styles.better} lang={locale}>
              {set(better.better)}
            </p>
            <p className={styles.why} lang={locale}>
              {set(better.why)}
            </p>
          </article>
        )}
        {replayFrom && (
          <article className={styles.card} aria-labelledby="next-replay">
            <h3 id="next-replay">
              <Icon name="replay" />
              {t('next.replay')}
            </h3>
            <Quote tone="watch" source={<span className={styles.time}>{minutesAndSeconds(replayFrom.atMs)}</span>}>
              <span lang={locale}>{quoted(shortened(replayFrom.said), locale)}</span>
            </Quote>
            <p className={styles.why} lang={locale}>
              {set(replayFrom.why)}
            </p>
            <Button icon="replay" busy={starting} busyLabel={t('transcript.starting')} onClick={() => onReplay(replayFrom.seq)}>
              {t('transcript.replay')}
            </Button>
          </article>
        )}
        {next && (
          <article className={styles.card} aria-labelledby="next-exercise">
            <h3 id="next-exercise">
              <Icon name="arrow-right" />
              {report.variant === 'condensed' ? t('next.recommendation') : t('next.exercise')}
            </h3>
            <p className={styles.lead} lang={locale}>
              {set(next.name)}
            </p>
            <p className={styles.why} lang={locale}>
              {set(next.exercise)}
            </p>
            {next.scenario && (
              <Button asChild>
                <Link to={`/scenarios/${next.scenario.slug}`} lang={locale}>
                  {set(next.scenario.title)}
                </Link>
              </Button>
            )}
          </article>
        )}
      </div>
    </Section>
  );
}

/** Enough of a long turn to know it again; the whole stands in the transcript. */
const shortened = (said: string): string => (said.length <= 140 ? said : `${said.slice(0, said.lastIndexOf(' ', 140))}…`);
