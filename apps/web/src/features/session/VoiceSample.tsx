import { type KeyboardEvent, useEffect, useState, useSyncExternalStore } from 'react';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Persona } from '@coachvisio/contract/persona.ts';
import { voiceSampleRoutes } from '@coachvisio/contract/voice-sample.ts';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { browserSample, SamplePlayer, serverSample } from './sample-player.ts';
import styles from './VoiceSample.module.css';

type VoiceSampleProps = {
  readonly persona: Persona;
  readonly locale: Locale;
  /** Whose voice was chosen. */
  readonly by: 'server' | 'browser';
  readonly browserVoice: string;
};

const addressOf = (slug: string, locale: Locale): string => `${voiceSampleRoutes.read.path.replace(':slug', slug)}?locale=${locale}`;

/** Lets one hear the persona in the chosen voice before the session; its words are there to be read. Mounted anew for each voice. */
export function VoiceSample({ persona, locale, by, browserVoice }: VoiceSampleProps) {
  const { t } = useTranslation('session');
  const [player] = useState(() => new SamplePlayer());
  const state = useSyncExternalStore(player.subscribe, player.state);
  useEffect(() => player.stop, [player]);
  const goesOn = state.is === 'playing' || state.is === 'coming';
  const name = persona.firstName;

  const play = () => player.play(by === 'server' ? serverSample(addressOf(persona.slug, locale)) : browserSample(persona.sample, locale, browserVoice));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') player.stop();
  };
  const isDemonstration = (state.is === 'playing' || state.is === 'quiet') && state.source === 'embedded';
  return (
    <div className={styles.sample}>
      <div className={styles.row}>
        <Button
          size="s"
          icon={goesOn ? 'stop' : 'sound'}
          aria-describedby={state.is === 'playing' ? 'sample-words' : undefined}
          onClick={goesOn ? player.stop : play}
          onKeyDown={onKeyDown}
        >
          {goesOn ? t('voice.sample.stop') : t('voice.sample.listen', { name })}
        </Button>
        {isDemonstration && <Badge tone="watch">{t('voice.embedded')}</Badge>}
        {state.is === 'coming' && <p className={styles.coming}>{t('voice.sample.coming')}</p>}
      </div>
      {state.is === 'playing' && (
        <p id="sample-words" className={styles.words}>
          {t('voice.sample.words', { words: persona.sample })}
        </p>
      )}
      {state.is === 'failed' && (
        <Notice tone="watch" announce="status" title={t('voice.sample.failed')}>
          {t(by === 'server' ? 'voice.sample.failedText' : 'voice.sample.failedBrowserText')}
        </Notice>
      )}
    </div>
  );
}
