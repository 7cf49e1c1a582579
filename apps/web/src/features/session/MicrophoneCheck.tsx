import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePreferences, usePreferences } from '../../kit/preferences.ts';
import { type Microphone, MicrophoneProblem, type MicrophoneProblemReason, openMicrophone } from '../../kit/voice/capture.ts';
import { playSamples } from '../../kit/voice/play-samples.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import styles from './MicrophoneCheck.module.css';

/** Quieter than this, in dB of full scale, a recogniser misses words. */
const lowDb = -48;
/** The scale of the level, in dB. */
const floorDb = -66;
const topDb = -14;
/** What can be played back: the last so many packets of 20 ms. */
const keptPackets = 200;

type Heard = 'nothing' | 'low' | 'well';

type State =
  | { readonly is: 'closed' }
  | { readonly is: 'asking' }
  | { readonly is: 'open'; readonly microphone: Microphone; readonly heard: Heard }
  | { readonly is: 'problem'; readonly reason: MicrophoneProblemReason };

/** Shows that the microphone hears, lets one hear oneself and change it, and says what to do when it cannot. */
export function MicrophoneCheck() {
  const { t } = useTranslation('session');
  const { microphone: chosen, noisyRoom } = usePreferences();
  const [state, setState] = useState<State>({ is: 'closed' });
  const [devices, setDevices] = useState<readonly MediaDeviceInfo[]>([]);
  const kept = useRef<Int16Array[]>([]);
  const bars = useRef<HTMLDivElement>(null);
  const stop = useRef<() => void>(() => undefined);

  useEffect(() => () => stop.current(), []);

  const test = (deviceId: string) => {
    stop.current();
    const stopping = new AbortController();
    stop.current = () => stopping.abort();
    setState({ is: 'asking' });
    openMicrophone({ deviceId: deviceId === '' ? undefined : deviceId, noisyRoom, signal: stopping.signal }).then(
      async (microphone) => {
        if (stopping.signal.aborted) return microphone.close();
        stop.current = microphone.close;
        setState({ is: 'open', microphone, heard: 'nothing' });
        let speaks = false;
        microphone.listen({
          packet: ({ samples, level, events }) => {
            kept.current = [...kept.current, samples].slice(-keptPackets);
            const share = Math.min(1, Math.max(0, (level - floorDb) / (topDb - floorDb)));
            bars.current?.style.setProperty('--level', share.toFixed(3));
            for (const { type } of events) speaks = type === 'began' || type === 'resumed';
            if (speaks) setState((now) => (now.is === 'open' && now.heard !== 'well' ? { ...now, heard: level > lowDb ? 'well' : 'low' } : now));
          },
          lost: () => setState({ is: 'problem', reason: 'none' }),
        });
        setDevices((await navigator.mediaDevices.enumerateDevices()).filter(({ kind, deviceId: id }) => kind === 'audioinput' && id !== ''));
      },
      (error: unknown) => {
        if (!stopping.signal.aborted) setState({ is: 'problem', reason: error instanceof MicrophoneProblem ? error.reason : 'unsupported' });
      },
    );
  };

  if (state.is === 'closed') {
    return (
      <Button icon="mic" size="s" onClick={() => test(chosen)}>
        {t('micCheck.test')}
      </Button>
    );
  }
  if (state.is === 'problem') {
    return (
      <Notice
        tone="watch"
        announce="status"
        title={t(`micCheck.problem.${state.reason}`)}
        action={
          <Button size="s" onClick={() => test(chosen)}>
            {t('micCheck.again')}
          </Button>
        }
      >
        {t(`micCheck.help.${state.reason}`)}
      </Notice>
    );
  }
  return (
    <div className={styles.check}>
      <div className={styles.head}>
        <b>{t('micCheck.title')}</b>
        <output>
          {state.is === 'asking' ? (
            t('micCheck.asking')
          ) : state.heard === 'well' ? (
            <Badge tone="good" icon="check">
              {t('micCheck.well')}
            </Badge>
          ) : state.heard === 'low' ? (
            <Badge tone="watch">{t('micCheck.low')}</Badge>
          ) : (
            t('micCheck.speak')
          )}
        </output>
      </div>
      <div ref={bars} className={styles.level} aria-hidden="true">
        <span />
      </div>
      {devices.length > 1 && (
        <Select
          label={t('micCheck.device')}
          value={state.is === 'open' ? state.microphone.deviceId : chosen}
          onChange={(event) => {
            changePreferences({ microphone: event.target.value });
            test(event.target.value);
          }}
          options={devices.map(({ deviceId, label }) => ({ value: deviceId, label }))}
        />
      )}
      {state.is === 'open' && state.heard !== 'nothing' && (
        <Button variant="text" size="s" icon="sound" onClick={() => void playSamples(kept.current)}>
          {t('micCheck.listen')}
        </Button>
      )}
    </div>
  );
}
