import type { CriterionScore, Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { decimal, minutesAndSeconds } from '../../kit/format.ts';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Radar } from '../../ui/charts/Radar.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Level } from '../../ui/Level.tsx';
import words from '../../ui/words.module.css';
import styles from './CriteriaSection.module.css';
import { QuoteLink } from './QuoteLink.tsx';
import { Section } from './Section.tsx';
import { turnId } from './Transcript.tsx';
import { labelWithoutLevel, whyNoLevel } from './why-no-level.ts';

type CriteriaSectionProps = {
  readonly report: Pick<Report, 'criteria' | 'locale' | 'overall' | 'panelAwaited'>;
  readonly whole: boolean;
  readonly onWhole: () => void;
  readonly onOpen: (seq: number) => void;
};

export function CriteriaSection({ report, whole, onWhole, onOpen }: CriteriaSectionProps) {
  const { t } = useTranslation('report');
  const locale = useLocale();
  const set = useTypeset(report.locale);
  const note = report.panelAwaited ? t('criteria.awaited') : t('criteria.note');
  const rated = report.criteria.filter((criterion) => criterion.level !== null).length;
  const overall = report.overall !== null && (
    <p className={styles.overall}>
      {decimal(report.overall, locale)}
      <small>{t('criteria.overall', { count: rated })}</small>
    </p>
  );
  if (!whole) {
    return (
      <Section id="criteria" title={t('criteria.title')} note={note}>
        {overall}
        <ul className={styles.short}>
          {report.criteria.map((criterion) => (
            <li key={criterion.competency}>
              <span lang={report.locale}>{set(criterion.name)}</span>
              <LevelOf criterion={criterion} />
            </li>
          ))}
        </ul>
        <p className={styles.more}>
          <Button variant="text" size="s" onClick={onWhole}>
            {t('criteria.whole')}
          </Button>
        </p>
      </Section>
    );
  }
  return (
    <Section id="criteria" title={t('criteria.title')} note={note}>
      <div className={styles.grid}>
        {report.criteria.length > 2 && (
          <div className={styles.card}>
            <Radar
              axes={report.criteria.map((criterion) => ({ id: criterion.competency, label: set(criterion.short), level: criterion.level }))}
              label={t('criteria.radar')}
            />
            {overall}
            <p className={styles.how}>{t('criteria.how')}</p>
          </div>
        )}
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('criteria.name')}</th>
              <th scope="col">{t('criteria.level')}</th>
              <th scope="col">{t('criteria.shown')}</th>
            </tr>
          </thead>
          <tbody>
            {report.criteria.map((criterion) => (
              <Row key={criterion.competency} criterion={criterion} report={report} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function LevelOf({ criterion }: { readonly criterion: CriterionScore }) {
  const { t } = useTranslation('report');
  return (
    <Level
      level={criterion.level}
      label={
        criterion.level === null
          ? t(labelWithoutLevel(criterion), {
              count: criterion.moves.filter(({ quote }) => quote).length,
              all: criterion.moves.length,
            })
          : t('criteria.outOf', { level: criterion.level })
      }
    />
  );
}

function Row({
  criterion,
  report,
  onOpen,
}: {
  readonly criterion: CriterionScore;
  readonly report: Pick<Report, 'locale'>;
  readonly onOpen: (seq: number) => void;
}) {
  const { t } = useTranslation('report');
  const set = useTypeset(report.locale);
  const quote = criterion.quotes[0];
  return (
    <tr>
      <th scope="row">
        <span lang={report.locale}>{set(criterion.name)}</span>
        <small>{t('criteria.weight', { value: criterion.weight })}</small>
      </th>
      <td className={styles.level}>
        <LevelOf criterion={criterion} />
        {criterion.spread !== null && <small>{t('criteria.spread', { value: criterion.spread })}</small>}
      </td>
      <td lang={report.locale}>
        {criterion.level === null || criterion.anchor === null ? (
          <>
            <p>
              {t(whyNoLevel(criterion), { count: criterion.opportunities })} {criterion.moves.length > 0 && t('criteria.checklist')}
            </p>
            <Moves moves={criterion.moves} locale={report.locale} onOpen={onOpen} />
          </>
        ) : (
          <>
            <p>{set(criterion.anchor)}</p>
            {criterion.nextAnchor && (
              <p className={styles.next}>{t('criteria.next', { level: criterion.level + 1, anchor: lowerFirst(set(criterion.nextAnchor)) })}</p>
            )}
            {quote && <QuoteLink quote={quote} tone="accent" locale={report.locale} onOpen={onOpen} />}
          </>
        )}
      </td>
    </tr>
  );
}

type MovesProps = {
  readonly moves: CriterionScore['moves'];
  readonly locale: Report['locale'];
  readonly onOpen: (seq: number) => void;
};

/** What was seen of what the levels ask for: no number, because words alone do not carry one here. */
function Moves({ moves, locale, onOpen }: MovesProps) {
  const { t } = useTranslation('report');
  const set = useTypeset(locale);
  if (moves.length === 0) return null;
  return (
    <ul className={styles.moves}>
      {moves.map(({ label, quote }) => (
        <li key={label} data-seen={quote !== null}>
          <Icon name={quote ? 'check' : 'minus'} size="s" />
          <span>
            {set(label)}{' '}
            {quote ? (
              <a className={words.cite} href={`#${turnId(quote.seq)}`} onClick={() => onOpen(quote.seq)}>
                {t('quote.see', { time: minutesAndSeconds(quote.atMs) })}
              </a>
            ) : (
              <small>{t('criteria.unseen')}</small>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
