import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Persona } from '@coachvisio/contract/persona.ts';
import type { VoiceOffer } from '@coachvisio/contract/speech.ts';
import { useTranslation } from 'react-i18next';
import { changePreferences, usePreferences } from '../../kit/preferences.ts';
import { useBrowserVoices } from '../../kit/voice/use-browser-voices.ts';
import { recogniserAvailable } from '../../kit/voice/browser-recogniser.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { MicrophoneCheck } from './MicrophoneCheck.tsx';
import { VoiceSample } from './VoiceSample.tsx';
import styles from './VoiceSettings.module.css';
import { earOf, speakerOf } from './voice-wish.ts';

type VoiceSettingsProps = {
  readonly offer: VoiceOffer;
  readonly firstName: string;
  /** Whose voice may be tried out; left out where it is heard anyway. */
  readonly persona?: Persona | undefined;
  readonly locale: Locale;
  /** The stage has the microphone open already: no second one is opened to look at it. */
  readonly inSession?: boolean;
};

/** How one hears the persona, and how it hears you. Applies at once and stays with the device. */
export function VoiceSettings({ offer, firstName, persona, locale, inSession = false }: VoiceSettingsProps) {
  const { t } = useTranslation('session');
  const preferences = usePreferences();
  const voices = useBrowserVoices(locale);
  const speaker = speakerOf(preferences, offer, voices.length > 0);
  const ear = earOf(preferences, offer, recogniserAvailable());
  const speakers = [
    ...(offer.speak ? [{ value: 'server' as const, label: t(`voice.${offer.speak}`), note: t(`voice.${offer.speak}Note`) }] : []),
    ...(voices.length > 0 ? [{ value: 'browser' as const, label: t('voice.browser'), note: t('voice.browserNote') }] : []),
    { value: 'none' as const, label: t('voice.none'), note: t('voice.noneNote') },
  ];
  const ears = [
    ...(offer.hear ? [{ value: 'server' as const, label: t('ear.server'), note: t('ear.serverNote') }] : []),
    ...(recogniserAvailable() ? [{ value: 'browser' as const, label: t('ear.browser'), note: t('ear.browserNote') }] : []),
    { value: 'none' as const, label: t('ear.none'), note: t('ear.noneNote') },
  ];
  return (
    <>
      <div className={styles.part}>
        <Choice
          legend={t('voice.title', { name: firstName })}
          name="speaker"
          value={speaker}
          onChange={(to) => changePreferences({ speaker: to })}
          options={speakers}
        />
        {speaker === 'browser' && (
          <Select
            label={t('voice.which')}
            value={preferences.browserVoice}
            onChange={(event) => changePreferences({ browserVoice: event.target.value })}
            options={[{ value: '', label: t('voice.usual') }, ...voices.map(({ name }) => ({ value: name, label: name }))]}
          />
        )}
        {persona && speaker !== 'none' && (
          <VoiceSample key={`${speaker} ${preferences.browserVoice}`} persona={persona} locale={locale} by={speaker} browserVoice={preferences.browserVoice} />
        )}
      </div>
      <div className={styles.part}>
        <Choice legend={t('ear.title')} name="ear" value={ear} onChange={(to) => changePreferences({ ear: to })} options={ears} />
        {ear === 'none' && ears.length === 1 && <p className={styles.note}>{t('ear.noOther')}</p>}
        {ear === 'browser' && <p className={styles.note}>{t('ear.browserWhere')}</p>}
        {ear === 'server' && !inSession && <MicrophoneCheck />}
        {ear === 'server' && (
          <>
            <Switch
              label={t('ear.pushToTalk')}
              hint={t('ear.pushToTalkHint')}
              checked={preferences.pushToTalk}
              onCheckedChange={(on) => changePreferences({ pushToTalk: on })}
            />
            <Switch
              label={t('ear.noisyRoom')}
              hint={t('ear.noisyRoomHint')}
              checked={preferences.noisyRoom}
              onCheckedChange={(on) => changePreferences({ noisyRoom: on })}
            />
          </>
        )}
      </div>
    </>
  );
}
