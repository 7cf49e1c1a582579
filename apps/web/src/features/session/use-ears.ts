import type { Locale } from '@coachvisio/contract/locale.ts';
import { useEffect, useRef, useState } from 'react';
import type { LiveSocket } from '../../kit/live-socket.ts';
import type { Preferences } from '../../kit/preferences.ts';
import { type Microphone, MicrophoneProblem, type MicrophoneProblemReason, openMicrophone } from '../../kit/voice/capture.ts';
import { LearnerEars } from '../../kit/voice/ears.ts';
import { BrowserEar } from './browser-ear.ts';
import type { Speaker } from './speaker.ts';
import { StageVoice } from './stage-voice.ts';

/** `off`: this session is typed. `hearing`: the learner is speaking. */
export type MicState = 'off' | 'asking' | 'open' | 'hearing' | 'muted' | 'refused';

export interface EarsOnStage {
  readonly state: MicState;
  /** Why there is no microphone. */
  readonly problem: MicrophoneProblemReason | 'lost' | null;
  /** Words that the browser understands; the server's come on the line. */
  readonly words: string;
  /** Level of the microphone, 0 to 1. */
  readonly level: () => number;
  readonly toggle: () => void;
  readonly press: () => void;
  readonly release: () => void;
  readonly finish: () => void;
  /** The learner typed: what was being heard is void. */
  readonly typed: () => void;
}

interface EarsWish {
  readonly by: Preferences['ear'];
  readonly speaker: Speaker | null;
  readonly locale: Locale;
  readonly running: boolean;
  readonly settings: Pick<Preferences, 'microphone' | 'noisyRoom' | 'pushToTalk'>;
}

/** Nobody's sound is held: a page without a player. */
const noPlayer = { hold: () => null, goOn: () => undefined };

const floorDb = -60;
const topDb = -18;

/** The learner's ears on this stage: the microphone to the server, or the browser's own recogniser. */
export function useEars(line: LiveSocket, { by, speaker, locale, running, settings }: EarsWish): EarsOnStage {
  const { microphone: deviceId, noisyRoom, pushToTalk } = settings;
  const [state, setState] = useState<MicState>('off');
  const [problem, setProblem] = useState<EarsOnStage['problem']>(null);
  const [words, setWords] = useState('');
  const [muted, setMuted] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const microphone = useRef<Microphone | null>(null);
  const ears = useRef<LearnerEars | null>(null);
  const ear = useRef<BrowserEar | null>(null);

  useEffect(() => {
    if (by !== 'server' || !running) return;
    const stop = new AbortController();
    setState('asking');
    setProblem(null);
    openMicrophone({ deviceId: deviceId === '' ? undefined : deviceId, noisyRoom, signal: stop.signal }).then(
      (opened) => {
        if (stop.signal.aborted) return opened.close();
        microphone.current = opened;
        const listening = new LearnerEars({
          microphone: opened,
          line,
          player: speaker instanceof StageVoice ? speaker.player : noPlayer,
          mode: pushToTalk ? 'push' : 'detect',
          listening: true,
          onChanged: () => setState(listening.muted ? 'muted' : listening.hearing ? 'hearing' : 'open'),
          onLost: () => {
            setProblem('lost');
            setState('refused');
          },
        });
        ears.current = listening;
        setState('open');
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        setProblem(error instanceof MicrophoneProblem ? error.reason : 'unsupported');
        setState('refused');
      },
    );
    return () => {
      stop.abort();
      ears.current?.close();
      microphone.current?.close();
      ears.current = null;
      microphone.current = null;
      setState('off');
    };
  }, [line, by, running, speaker, deviceId, noisyRoom, pushToTalk, attempt]);

  useEffect(() => {
    if (by !== 'browser' || !running || muted) return;
    const listening = new BrowserEar({
      line,
      locale,
      speaker,
      onWords: (text) => {
        setWords(text);
        setState(text === '' ? 'open' : 'hearing');
      },
      onProblem: (reason) => {
        setProblem(reason === 'refused' ? 'refused' : reason === 'no_microphone' ? 'none' : 'unsupported');
        setState('refused');
      },
    });
    ear.current = listening;
    setState('open');
    return () => {
      listening.close();
      ear.current = null;
      setState('muted');
    };
  }, [line, by, running, muted, speaker, locale, attempt]);

  const toggle = () => {
    if (state === 'refused') setAttempt((before) => before + 1);
    else if (by === 'browser') setMuted((before) => !before);
    else ears.current?.mute(!ears.current.muted);
  };
  return {
    state: by === 'none' ? 'off' : state,
    problem,
    words,
    level: () => Math.min(1, Math.max(0, ((microphone.current?.level() ?? floorDb) - floorDb) / (topDb - floorDb))),
    toggle,
    press: () => ears.current?.press(),
    release: () => ears.current?.release(),
    finish: () => void (ears.current?.iHaveFinished() ?? ear.current?.finish()),
    typed: () => {
      ears.current?.typed();
      ear.current?.forget();
    },
  };
}
