import type { Moment, Report } from '@coachvisio/contract/report.ts';
import type { Turn } from '@coachvisio/contract/conversation.ts';
import { useTranslation } from 'react-i18next';
import { minutesAndSeconds, signed } from '../../kit/format.ts';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { PlayTurn } from './PlayTurn.tsx';
import { SpokenWords } from './SpokenWords.tsx';
import styles from './Transcript.module.css';
import { usePlayer, usePlayerValue } from './use-player.ts';

const prefix = 'turn-';

export const turnId = (seq: number): string => prefix + seq;
export const seqOf = (id: string): number => Number(id.slice(prefix.length));

type TranscriptProps = {
  readonly report: Report;
  readonly firstName: string;
  /** All turns; otherwise those that moved the conversation, each with what it answered. */
  readonly whole: boolean;
  readonly selected: number | null;
  readonly onSelect: (seq: number) => void;
  /** Takes the conversation up again just before this turn. */
  readonly onReplay: (seq: number) => void;
  /** The turn from which a session is being started. */
  readonly starting: number | null;
};

export function Transcript({ report, firstName, whole, selected, onSelect, onReplay, starting }: TranscriptProps) {
  const { t } = useTranslation('report');
  const moments = new Map(report.moments.map((moment) => [moment.seq, moment]));
  const cutIn = report.turns.filter(({ sound }) => sound?.cutIn).map(({ seq }) => seq);
  const kept = new Set([...moments.keys(), ...cutIn, ...(selected === null ? [] : [selected])]);
  const shown = whole ? report.turns : report.turns.filter((turn) => kept.has(turn.seq) || kept.has(turn.seq + 1));
  return (
    <ol className={styles.turns} aria-label={whole ? t('transcript.whole') : t('transcript.moments')} lang={report.locale}>
      {shown.map((turn) => (
        <TurnLine
          key={turn.seq}
          turn={turn}
          moment={moments.get(turn.seq)}
          firstName={firstName}
          locale={report.locale}
          selected={turn.seq === selected}
          onSelect={onSelect}
          onReplay={onReplay}
          starting={turn.seq === starting}
        />
      ))}
    </ol>
  );
}

type TurnLineProps = {
  readonly turn: Turn;
  readonly moment: Moment | undefined;
  readonly firstName: string;
  readonly locale: Report['locale'];
  readonly selected: boolean;
  readonly onSelect: (seq: number) => void;
  readonly onReplay: (seq: number) => void;
  readonly starting: boolean;
};

function TurnLine({ turn, moment, firstName, locale, selected, onSelect, onReplay, starting }: TurnLineProps) {
  const { t } = useTranslation('report');
  const spoken = useLocale();
  const set = useTypeset(locale);
  const heard = usePlayerValue(usePlayer(), (state) => state.playing && state.seq === turn.seq, false);
  return (
    <li id={turnId(turn.seq)} className={styles.turn} data-who={turn.who} data-on={selected || undefined} data-heard={heard || undefined} tabIndex={-1}>
      <time>{minutesAndSeconds(turn.atMs)}</time>
      <div>
        <b>{turn.who === 'learner' ? t('transcript.you') : firstName}</b>
        <PlayTurn seq={turn.seq} atMs={turn.atMs} />
        <p className={styles.words}>
          <SpokenWords turn={turn} text={set(turn.text)} />
        </p>
        {turn.sound?.cutIn && <p className={styles.cutIn}>{t('transcript.cutIn', { name: firstName })}</p>}
        {moment && (
          <p className={styles.why}>
            <a className={styles.pin} href="#curve" aria-label={t('transcript.toCurve', { number: moment.number })} onClick={() => onSelect(turn.seq)}>
              {moment.number}
            </a>
            <span>{set(moment.label)}</span>
            {moment.trust !== 0 && <span className={styles.trust}>{t('transcript.trust', { value: signed(moment.trust, spoken) })}</span>}
            {moment.tension !== 0 && <span className={styles.tension}>{t('transcript.tension', { value: signed(moment.tension, spoken) })}</span>}
          </p>
        )}
        {moment && turn.who === 'learner' && (
          <Button
            variant="text"
            size="s"
            icon="replay"
            className={styles.replay}
            busy={starting}
            busyLabel={t('transcript.starting')}
            onClick={() => onReplay(turn.seq)}
          >
            {t('transcript.replay')} <VisuallyHidden>{t('transcript.replayFrom', { time: minutesAndSeconds(turn.atMs) })}</VisuallyHidden>
          </Button>
        )}
      </div>
    </li>
  );
}
