import { useState } from 'react';
import type { Recording } from '@coachvisio/contract/recording.ts';
import type { Report } from '@coachvisio/contract/report.ts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { day, decimal, minutesAndSeconds } from '../../kit/format.ts';
import { useLocale } from '../../kit/i18n.ts';
import { deleteRecording } from '../../kit/recording.ts';
import { AlertDialog } from '../../ui/AlertDialog.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './PlayerBar.module.css';
import { speeds, type TurnPlayer } from './turn-player.ts';
import { usePlayerValue } from './use-player.ts';

type PlayerBarProps = {
  readonly player: TurnPlayer;
  readonly recording: Recording;
  readonly session: Report['session'];
  readonly firstName: string;
};

/** Stays in sight below whatever part of the debrief is read. It is there from the first picture on, so that nothing moves. */
export function PlayerBar({ player, recording, session, firstName }: PlayerBarProps) {
  const { t } = useTranslation('recording');
  const locale = useLocale();
  const playing = usePlayerValue(player, (state) => state.playing, false);
  const speed = usePlayerValue(player, (state) => state.speed, 1);
  const failed = usePlayerValue(player, (state) => state.failed, false);
  return (
    <section className={styles.bar} aria-label={t('player.name')}>
      {failed && (
        <Notice tone="watch" announce="alert" className={styles.failed}>
          {t('player.failed')}
        </Notice>
      )}
      <div className={styles.controls}>
        <Button
          variant="primary"
          size="s"
          round
          icon={playing ? 'pause' : 'play'}
          aria-label={t(playing ? 'player.pause' : 'player.play')}
          onClick={() => player.toggle()}
        />
        <Position player={player} firstName={firstName} />
        <Select
          className={styles.speed}
          label={t('player.speed')}
          labelHidden
          value={String(speed)}
          onChange={(event) => player.setSpeed(Number(event.target.value))}
          options={speeds.map((value) => ({ value: String(value), label: t('player.times', { value: decimal(value, locale, 2) }) }))}
        />
      </div>
      <div className={styles.kept}>
        {recording.keptUntil && <p>{t('player.kept', { day: day(recording.keptUntil, locale) })}</p>}
        <DeleteSound session={session} />
      </div>
    </section>
  );
}

function Position({ player, firstName }: Pick<PlayerBarProps, 'player' | 'firstName'>) {
  const { t } = useTranslation('recording');
  const { t: inReport } = useTranslation('report');
  const seconds = usePlayerValue(player, (state) => Math.floor(state.atMs / 1000), 0);
  // A tenth of a second at a time: a finer step would be heard by nobody and drawn for nothing.
  const tenths = usePlayerValue(player, (state) => Math.round(state.atMs / 100), 0);
  const seq = usePlayerValue(player, (state) => state.seq, 0);
  const learner = player.tracks.find((track) => track.seq === seq)?.who === 'learner';
  const [time, whole] = [minutesAndSeconds(seconds * 1000), minutesAndSeconds(player.wholeMs)];
  return (
    <>
      <input
        type="range"
        className={styles.range}
        min={0}
        max={Math.ceil(player.wholeMs / 100)}
        value={tenths}
        step={1}
        aria-label={t('player.position')}
        aria-valuetext={t('player.positionOf', { time, whole, who: learner ? inReport('transcript.you') : firstName })}
        onChange={(event) => player.seek(Number(event.target.value) * 100)}
        // One arrow is five seconds: a tenth would take for ever.
        onKeyDown={(event) => {
          const way = event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 0;
          if (way === 0) return;
          event.preventDefault();
          player.seek(Math.max(0, Math.min(player.wholeMs, player.state.atMs + way * 5_000)));
        }}
      />
      <span className={styles.time} aria-hidden="true">
        {time} / {whole}
      </span>
    </>
  );
}

function DeleteSound({ session }: Pick<PlayerBarProps, 'session'>) {
  const { t } = useTranslation('recording');
  const [asking, setAsking] = useState(false);
  const remove = useMutation({ mutationFn: () => deleteRecording(session), onSuccess: () => setAsking(false) });
  return (
    <>
      <Button variant="text" size="s" icon="trash" onClick={() => setAsking(true)}>
        {t('delete.now')}
      </Button>
      <AlertDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('delete.title')}
        description={t('delete.text')}
        cancelLabel={t('delete.cancel')}
        confirmLabel={t('delete.confirm')}
        confirmBusyLabel={t('delete.busy')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
      >
        {remove.error && <FailureNotice error={remove.error} />}
      </AlertDialog>
    </>
  );
}
