import { useCallback, useEffect, useRef, useState } from 'react';
import { type SessionTranscript, sessionRoutes } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { useReducedMotion } from '../../avatar/use-reduced-motion.ts';
import { call } from '../../kit/call.ts';
import { useTypeset } from '../../kit/i18n.ts';
import { usePreferences } from '../../kit/preferences.ts';
import { queryClient } from '../../kit/query.ts';
import { useLiveSession } from '../../kit/use-live-session.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { usePersona } from '../../kit/use-library.ts';
import { BriefPanel } from './BriefPanel.tsx';
import { Captions } from './Captions.tsx';
import { Composer } from './Composer.tsx';
import { recogniserAvailable } from '../../kit/voice/browser-recogniser.ts';
import { useBrowserVoices } from '../../kit/voice/use-browser-voices.ts';
import { Dock } from './Dock.tsx';
import { EndedCard } from './EndedCard.tsx';
import { FinishDialog } from './FinishDialog.tsx';
import { HintCard } from './HintCard.tsx';
import { Panel } from './Panel.tsx';
import { PauseCard } from './PauseCard.tsx';
import { Scene } from './Scene.tsx';
import styles from './Stage.module.css';
import { StageBar, type PanelName } from './StageBar.tsx';
import { StageNotices } from './StageNotices.tsx';
import type { StageSettings } from './StageSettings.tsx';
import { TranscriptPanel } from './TranscriptPanel.tsx';
import { useElapsed } from './use-clock.ts';
import { useEars } from './use-ears.ts';
import { useReveal } from './use-reveal.ts';
import { sessionsKey } from '../../kit/use-sessions.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useSpeaker } from './use-speaker.ts';
import { useWide } from './use-wide.ts';
import { earOf, everyOffer, speakerOf } from './voice-wish.ts';

/** The conversation, full screen: the persona, the captions, the clock and the field; the rest is one key away. */
export function Stage({ session }: { readonly session: SessionTranscript }) {
  const { t } = useTranslation('session');
  const set = useTypeset(session.locale);
  const wide = useWide();
  const [live, line] = useLiveSession(session.id);
  const preferences = usePreferences();
  const reduced = useReducedMotion();
  const firstName = usePersona(session.persona)?.firstName ?? session.personaName.split(' ')[0] ?? session.personaName;
  const elapsed = useElapsed(live);
  const [panel, setPanel] = useState<PanelName | null>(wide ? 'brief' : null);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const [Settings, setSettings] = useState<typeof StageSettings | null>(null);
  const [finishing, setFinishing] = useState(false);
  const composer = useRef<HTMLTextAreaElement>(null);

  const lastPersona = live.turns.findLast((turn) => turn.who === 'persona');
  const lastLearner = live.outbox.at(-1)?.text ?? live.turns.findLast((turn) => turn.who === 'learner')?.text;
  const speech = live.speaking
    ? { seq: live.speaking.seq, text: live.speaking.text, whole: false }
    : lastPersona
      ? { seq: lastPersona.seq, text: lastPersona.text, whole: true }
      : null;
  // What was said before this page was opened is not said again; an opening line that waits here is.
  const [settled] = useState(() => (session.turns.length > 1 ? (session.turns.at(-1)?.seq ?? 0) : 0));
  const paused = live.status === 'paused';
  const ended = live.status === 'ended' || live.closed === 'ended';
  // Another window holds the session: nothing pressed here would reach it.
  const elsewhere = live.closed === 'moved';
  // Until the server has said what it can do with sound, the page is ready for all of it: the first words come at once.
  const offer = live.voice ?? everyOffer;
  const browserVoices = useBrowserVoices(session.locale);
  const by = speakerOf(preferences, offer, browserVoices.length > 0);
  const earBy = earOf(preferences, offer, recogniserAvailable());
  const { speaker, sound } = useSpeaker(line, by, session.locale, preferences.browserVoice);
  const running = live.status === 'live' && !elsewhere && live.link !== 'closed';
  const [ears, hears] = useEars(line, { by: live.voice ? earBy : 'none', speaker, locale: session.locale, running, settings: preferences });
  const reveal = useReveal(speech, settled, {
    atOnce: !preferences.captionsPaced,
    held: paused,
    sound: by === 'none' ? null : sound,
    onHeard: line.heard,
  });
  const revealing = speech !== null && !reveal.done;
  const aloud = speaker !== null && sound.seq !== null;
  const learnerLive = live.understood ?? (hears.words === '' ? null : hears.words);
  const expression = (live.speaking?.expression ?? lastPersona?.expression) || 'neutral';
  const lastWords = lastPersona && set(lastPersona.text);
  // The last words are heard to their end before anything is said about them; whoever ended it themselves does not wait.
  const over = ended && (reveal.done || (live.outcome ?? session.outcome)?.reason === 'learner');
  const yours = live.floor === 'learner' && !paused && !ended;

  // The field is left to the eye on a touch screen: its keyboard would cover the face.
  const toField = () => matchMedia('(pointer: fine)').matches && composer.current?.focus({ preventScroll: true });
  const askHint = () => {
    line.hint();
    toField();
  };
  const closeHint = () => {
    line.closeHint();
    toField();
  };

  const toggle = useCallback((name: PanelName) => setPanel((shown) => (shown === name ? null : name)), []);
  /** The learner typed into the persona's sound: it falls silent where it was. */
  const cutIn = () => {
    reveal.skip();
    ears.typed();
    const held = speaker?.hold();
    if (!held) return;
    const { seq, ...heard } = held;
    line.interrupt(seq, heard);
    speaker?.stop();
  };
  const openSettings = () => {
    setSettingsOpen(true);
    // Where the line is away they come with the next try: nothing of the conversation waits for them.
    if (!Settings)
      import('./StageSettings.tsx').then(
        (part) => setSettings(() => part.StageSettings),
        () => setSettingsOpen(false),
      );
  };
  const pauseOrResume = () => (paused ? line.resume() : line.pause());
  const finish = () => {
    if (live.link === 'open' || live.link === 'back') line.end();
    else
      void call(sessionRoutes.end, { params: { id: session.id } }).then(
        () => line.reopen(),
        () => line.reopen(),
      );
  };

  useShortcuts(
    {
      p: () => !ended && pauseOrResume(),
      m: () => hears.state !== 'off' && !preferences.pushToTalk && ears.toggle(),
      b: () => toggle('brief'),
      t: () => toggle('transcript'),
      Escape: () => {
        if (revealing) reveal.skip();
        else if (document.activeElement === composer.current) composer.current?.blur();
        else setPanel(null);
      },
    },
    preferences.letterKeys,
  );

  // The field is ready when it is the learner's turn, unless the hands are elsewhere or a touch keyboard would cover the face.
  useEffect(() => {
    const idle = document.activeElement === document.body || document.activeElement?.id === 'main';
    if (yours && !elsewhere && idle && matchMedia('(pointer: fine)').matches) composer.current?.focus({ preventScroll: true });
  }, [yours, elsewhere]);

  useEffect(() => line.wish({ speak: by === 'server', hear: earBy === 'server' }), [line, by, earBy]);

  useEffect(() => {
    if (paused) speaker?.hold();
    else speaker?.goOn();
  }, [paused, speaker]);

  useEffect(() => {
    if (!ended) return;
    void queryClient.invalidateQueries({ queryKey: sessionsKey });
  }, [ended]);

  return (
    <div className={styles.stage} data-panel={wide && panel !== null}>
      <PageTitle title={t('stage.tab', { name: session.personaName })} />
      <StageBar title={set(session.scenarioTitle)} panel={panel} onToggle={toggle} onSettings={openSettings} letterKeys={preferences.letterKeys} />
      <main id="main" tabIndex={-1} className={styles.room}>
        <Scene
          session={session}
          live={live}
          elapsedMs={elapsed}
          timerShown={preferences.timerShown}
          still={preferences.portraitStill}
          expression={expression}
          speaking={aloud ? !sound.held : revealing && !paused}
          text={speech?.text}
          mouthAt={aloud ? speaker.mouthAt : undefined}
          listening={hears.state === 'hearing'}
        >
          <StageNotices
            live={live}
            line={line}
            firstName={firstName}
            bannerSeen={preferences.aiBannerSeen}
            onUnlock={sound.locked && aloud ? speaker.unlock : undefined}
            micProblem={hears.problem}
            onMicAgain={ears.toggle}
            micTrouble={hears.trouble}
            onMicTroubleRead={ears.closeTrouble}
          />
          {live.hint !== null && !ended && !paused && <HintCard text={set(live.hint)} onClose={closeHint} />}
          {over && <EndedCard session={session} live={live} firstName={firstName} lastWords={lastWords} />}
          {paused && !ended && !elsewhere && (
            <PauseCard firstName={firstName} elapsedMs={elapsed} lastWords={lastWords} onResume={line.resume} onFinish={() => setFinishing(true)} />
          )}
          {!over && (!paused || ended || elsewhere) && (
            <Captions
              name={session.personaName}
              locale={session.locale}
              speech={speech}
              at={reveal.at}
              by={reduced ? 'phrase' : 'word'}
              learnerLive={learnerLive}
              learnerWords={lastLearner && (lastPersona === undefined || live.floor === 'persona' || live.turns.length > 1) ? lastLearner : undefined}
              awaiting={live.floor === 'persona' && live.speaking === null && !ended && (live.link === 'open' || live.link === 'back')}
              onSkip={revealing ? reveal.skip : undefined}
              onHint={yours && live.hint === null && !revealing && !elsewhere ? askHint : undefined}
            />
          )}
        </Scene>
        <Panel wide={wide} title={panel === 'transcript' ? t('transcript.title') : t('brief.title')} open={panel !== null} onClose={() => setPanel(null)}>
          {panel === 'brief' && <BriefPanel session={session} />}
          {panel === 'transcript' && <TranscriptPanel turns={live.turns} outbox={live.outbox} firstName={firstName} locale={session.locale} />}
        </Panel>
      </main>
      <Dock
        live={live}
        firstName={firstName}
        revealing={revealing}
        paused={paused}
        ended={ended}
        letterKeys={preferences.letterKeys}
        onPause={pauseOrResume}
        onFinish={() => setFinishing(true)}
        ears={ears}
        hears={hears}
        aloud={aloud}
        pushToTalk={preferences.pushToTalk}
      >
        <Composer ref={composer} session={session.id} live={live} line={line} firstName={firstName} hidden={paused || ended} onSaid={cutIn} />
      </Dock>
      {Settings && <Settings open={settingsOpen} onOpenChange={setSettingsOpen} offer={offer} firstName={firstName} locale={session.locale} />}
      <FinishDialog
        open={finishing && !ended}
        onOpenChange={setFinishing}
        learnerTurns={live.turns.filter((turn) => turn.who === 'learner').length}
        firstName={firstName}
        onFinish={finish}
      />
    </div>
  );
}
