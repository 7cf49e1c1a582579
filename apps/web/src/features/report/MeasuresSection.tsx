import type { Measure, Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { decimal } from '../../kit/format.ts';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { Bullet } from '../../ui/charts/Bullet.tsx';
import styles from './MeasuresSection.module.css';
import { Section } from './Section.tsx';

/** How far the axis of each measure goes; a value beyond it stretches the axis. */
const usualMost: Record<Measure['id'], number> = {
  talk_share: 100,
  words_per_turn: 120,
  open_questions: 10,
  response_delay: 30,
  speech_rate: 240,
  fillers: 14,
};

export function MeasuresSection({ report }: { readonly report: Report }) {
  const { t } = useTranslation('report');
  return (
    <Section id="measures" title={t('measures.title')} note={report.measures.some((measure) => measure.norm) ? t('measures.noteNorms') : t('measures.note')}>
      <ul className={styles.measures}>
        {report.measures.map((measure) => (
          <Figure key={measure.id} measure={measure} locale={report.locale} />
        ))}
      </ul>
    </Section>
  );
}

function Figure({ measure, locale }: { readonly measure: Measure; readonly locale: Report['locale'] }) {
  const { t } = useTranslation('report');
  const spoken = useLocale();
  const set = useTypeset(locale);
  const most = Math.max(usualMost[measure.id], (measure.value ?? 0) * 1.1, (measure.norm?.value ?? 0) * 1.1);
  const breadth = most / 60;
  return (
    <li lang={locale}>
      <h3>{set(measure.name)}</h3>
      <p className={styles.figure}>
        {measure.value === null ? t('measures.none') : decimal(measure.value, spoken)}
        {measure.value !== null && <small>{set(measure.unit)}</small>}
      </p>
      {measure.value !== null && (
        <Bullet
          value={measure.value}
          min={0}
          max={most}
          reference={measure.norm && { low: measure.norm.value - breadth, high: measure.norm.value + breadth }}
        />
      )}
      <p className={styles.norm}>{measure.norm ? set(measure.norm.text) : t('measures.noNorm')}</p>
      <p className={styles.definition}>{set(measure.definition)}</p>
      {measure.caveat !== null && <p className={styles.definition}>{set(measure.caveat)}</p>}
    </li>
  );
}
