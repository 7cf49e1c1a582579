import { useEffect, useRef } from 'react';
import type { Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds } from '../../kit/format.ts';
import { useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { ConversationCurve } from './ConversationCurve.tsx';
import styles from './CurveSection.module.css';
import { CurveTable } from './CurveTable.tsx';
import { Section } from './Section.tsx';
import { seqOf, Transcript, turnId } from './Transcript.tsx';

type CurveSectionProps = {
  readonly report: Report;
  readonly firstName: string;
  readonly whole: boolean;
  /** The turn that is looked at. */
  readonly selected: number | null;
  readonly onSelect: (seq: number) => void;
  readonly onWhole: () => void;
  readonly onReplay: (seq: number) => void;
  /** The turn from which a session is being started. */
  readonly starting: number | null;
};

/** The curve over the transcript, with the moments that moved it: a pin and its turn are one thing in two places. */
export function CurveSection({ report, firstName, whole, selected, onSelect, onWhole, onReplay, starting }: CurveSectionProps) {
  const { t } = useTranslation('report');
  const set = useTypeset(report.locale);
  const chart = useRef<HTMLDivElement>(null);
  const first = report.curve[0];
  const last = report.curve.at(-1);

  // Left and right walk from one moment to the next, as one would on a ruler.
  useEffect(() => {
    const host = chart.current;
    if (!host) return;
    const walk = (event: KeyboardEvent) => {
      const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const pins = [...host.querySelectorAll<SVGAElement>('a')];
      const at = pins.findIndex((pin) => pin === document.activeElement);
      if (way === 0 || at === -1) return;
      event.preventDefault();
      pins[at + way]?.focus();
      const moment = report.moments[at + way];
      if (moment) onSelect(moment.seq);
    };
    host.addEventListener('keydown', walk);
    return () => host.removeEventListener('keydown', walk);
  }, [report.moments, onSelect]);

  return (
    <Section id="curve" title={t('curve.title')} note={t('curve.note')}>
      <div className={styles.card}>
        {first && last && report.curve.length > 1 ? (
          <div ref={chart} className={styles.chart}>
            <ConversationCurve
              points={report.curve}
              moments={report.moments.map((moment) => ({
                id: turnId(moment.seq),
                seq: moment.seq,
                number: moment.number,
                label: t('curve.moment', { number: moment.number, time: minutesAndSeconds(moment.atMs), label: set(moment.label) }),
              }))}
              selectedId={selected === null ? undefined : turnId(selected)}
              onSelect={(id) => onSelect(seqOf(id))}
              label={t('curve.label', {
                name: firstName,
                trustFrom: Math.round(first.trust),
                trustTo: Math.round(last.trust),
                tensionFrom: Math.round(first.tension),
                tensionTo: Math.round(last.tension),
              })}
              trustLabel={t('curve.trust', { value: Math.round(last.trust) })}
              tensionLabel={t('curve.tension', { value: Math.round(last.tension) })}
              minuteLabel={(minute) => t('curve.minute', { minute })}
            />
            <CurveTable points={report.curve} />
          </div>
        ) : (
          <p className={styles.short}>{t('curve.short')}</p>
        )}
        <Transcript report={report} firstName={firstName} whole={whole} selected={selected} onSelect={onSelect} onReplay={onReplay} starting={starting} />
        {!whole && (
          <p className={styles.more}>
            <Button variant="text" size="s" icon="text" onClick={onWhole}>
              {t('curve.whole', { count: report.turns.length })}
            </Button>
          </p>
        )}
      </div>
    </Section>
  );
}
