import { useMemo, useState } from 'react';
import type { Recording } from '@coachvisio/contract/recording.ts';
import type { Report } from '@coachvisio/contract/report.ts';
import { sessionRoutes } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { call } from '../../kit/call.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { day, minutesAndSeconds } from '../../kit/format.ts';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { useStartSession } from '../../kit/use-start-session.ts';
import { Button } from '../../ui/Button.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { DeleteSessionDialog } from '../../kit/DeleteSessionDialog.tsx';
import { CriteriaSection } from './CriteriaSection.tsx';
import { CurveSection } from './CurveSection.tsx';
import styles from './Debrief.module.css';
import { DebriefNav } from './DebriefNav.tsx';
import { LeftOpenSection } from './LeftOpenSection.tsx';
import { MeasuresSection } from './MeasuresSection.tsx';
import { NextSection } from './NextSection.tsx';
import { OutcomeHero } from './OutcomeHero.tsx';
import { PlayerBar } from './PlayerBar.tsx';
import { RecordingGone } from './RecordingGone.tsx';
import { RemarksSection } from './RemarksSection.tsx';
import { Section } from './Section.tsx';
import { Transcript } from './Transcript.tsx';
import { PlayerContext } from './use-player.ts';
import { useTurnPlayer } from './use-turn-player.ts';

/** Two minutes first, everything on demand: the same sections in the same order, shorter or whole. */
export function Debrief({ report, recording }: { readonly report: Report; readonly recording: Recording | undefined }) {
  const { t } = useTranslation('report');
  const locale = useLocale();
  const set = useTypeset(report.locale);
  const [search, setSearch] = useSearchParams();
  const [whole, setWhole] = useState(search.get('view') === 'whole');
  const [seq, setSeq] = useState<number | null>(null);
  // The address follows, so that a link to the whole debrief opens the whole debrief.
  const read = (how: 'short' | 'whole') => {
    setWhole(how === 'whole');
    setSearch(how === 'whole' ? { view: 'whole' } : {}, { replace: true, preventScrollReset: true });
  };
  const replay = useStartSession((from: number) => call(sessionRoutes.replay, { params: { id: report.session }, body: { seq: from } }));
  const full = report.variant === 'full';
  const starting = replay.busy ? (replay.wish ?? null) : null;
  const firstName = report.personaName.split(' ')[0] ?? report.personaName;
  const player = useTurnPlayer(report.session, recording);
  const playable = useMemo(() => player && { player, turns: report.turns }, [player, report.turns]);

  return (
    <PlayerContext value={playable}>
      <PageTitle title={t('tab', { title: set(report.scenarioTitle) })} />
      <nav className={styles.crumb} aria-label={t('crumb')}>
        <Link to="/sessions">{t('sessions')}</Link>
        <span lang={report.locale}>{set(report.scenarioTitle)}</span>
        <span>{day(report.startedAt, locale)}</span>
        <span>{t('lasted', { time: minutesAndSeconds(report.elapsedMs) })}</span>
        <span>{t('level', { level: report.level })}</span>
      </nav>
      <OutcomeHero report={report} />
      <div className={styles.body}>
        {full && report.scored && <DebriefNav report={report} whole={whole} onRead={read} />}
        <div className={styles.sections}>
          {replay.error && <FailureNotice error={replay.error} />}
          {full && (
            <CurveSection
              report={report}
              firstName={firstName}
              whole={whole || !report.scored}
              selected={seq}
              onSelect={setSeq}
              onWhole={() => read('whole')}
              onReplay={replay.start}
              starting={starting}
            />
          )}
          {report.scored && (
            <>
              <RemarksSection report={report} whole={whole || !full} onOpen={setSeq} onWhole={() => read('whole')} />
              <NextSection report={report} onOpen={setSeq} onReplay={replay.start} starting={starting === report.replayFrom?.seq} />
              <LeftOpenSection report={report} />
              {full && <CriteriaSection report={report} whole={whole} onWhole={() => read('whole')} onOpen={setSeq} />}
              {full && whole && <MeasuresSection report={report} />}
            </>
          )}
          {!full && (
            <Section id="transcript" title={t('transcript.whole')}>
              <Transcript report={report} firstName={firstName} whole selected={seq} onSelect={setSeq} onReplay={replay.start} starting={starting} />
            </Section>
          )}
          {player && recording && <PlayerBar player={player} recording={recording} session={report.session} firstName={firstName} />}
          {!player && recording && <RecordingGone proofs={recording.proofs} />}
          <Foot report={report} />
        </div>
      </div>
    </PlayerContext>
  );
}

function Foot({ report }: { readonly report: Report }) {
  const { t } = useTranslation('report');
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { engine, scenarioVersion, rater, seed, model, raters, note } = report.provenance;
  return (
    <footer className={styles.foot}>
      {report.scored && (
        <p>
          {note === 'rules_only' ? `${t('rulesOnly')} ` : model !== null && `${t('panel', { count: raters, model })} `}
          {t('provenance', { engine, scenarioVersion, rater, seed })}
        </p>
      )}
      <p>
        {t('yours')}{' '}
        <Button variant="text" size="s" icon="trash" onClick={() => setAsking(true)}>
          {t('delete')}
        </Button>
      </p>
      <DeleteSessionDialog id={report.session} open={asking} onOpenChange={setAsking} onDone={() => void navigate('/sessions')} />
    </footer>
  );
}
