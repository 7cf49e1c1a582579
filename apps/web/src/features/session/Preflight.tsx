import { type FormEvent, useState } from 'react';
import type { Persona } from '@coachvisio/contract/persona.ts';
import type { Scenario } from '@coachvisio/contract/scenario.ts';
import { type BeginSession, sessionRoutes } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { call } from '../../kit/call.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { useLocale } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { withNext } from '../../kit/next-place.ts';
import { RecordingConsent } from '../../kit/RecordingConsent.tsx';
import { decideRecording } from '../../kit/recording.ts';
import { useStartSession } from '../../kit/use-start-session.ts';
import { useInstallation } from '../../kit/use-installation.ts';
import { enterDemo, useMe } from '../../kit/use-me.ts';
import { DisplaySwitches } from '../../kit/DisplaySwitches.tsx';
import { NetworkCheck } from './NetworkCheck.tsx';
import { VoiceSettings } from './VoiceSettings.tsx';
import { minutesOf, type TimerChoice, timerChoices } from './timer-choice.ts';
import styles from './Preflight.module.css';

/** The last minute before the conversation: how long, how it looks, who answers. */
export function Preflight({ scenario, persona }: { readonly scenario: Scenario; readonly persona: Persona | undefined }) {
  const { t } = useTranslation('session');
  const locale = useLocale();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { data: me } = useMe();
  const { data: installation } = useInstallation();
  const [timer, setTimer] = useState<TimerChoice>(`${scenario.minutes}`);
  const [own, setOwn] = useState(String(scenario.minutes));
  const [recorded, setRecorded] = useState(false);
  const minutes = minutesOf(timer, own);
  const name = persona?.firstName ?? '';

  const { start, busy, error } = useStartSession(async (wish: BeginSession) => {
    if (!me) await enterDemo(locale);
    const session = await call(sessionRoutes.begin, { body: wish });
    if (recorded) await decideRecording(session.id, true);
    return session;
  });

  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (!me && installation?.demo === false) void navigate(withNext('/sign-up', pathname));
    else start({ scenario: scenario.slug, locale, durationMinutes: minutes === undefined ? scenario.minutes : minutes });
  };

  return (
    <aside className={styles.preflight} aria-labelledby="preflight">
      <form onSubmit={enter}>
        <h2 id="preflight">{t('preflight.title')}</h2>
        <div className={styles.part}>
          <Choice
            legend={t('preflight.timer')}
            name="timer"
            value={timer}
            onChange={setTimer}
            options={timerChoices(scenario.minutes).map((choice) => ({
              value: choice,
              label: choice === 'own' ? t('preflight.own') : choice === 'none' ? t('preflight.none') : t('preflight.minutes', { count: Number(choice) }),
              note: choice === `${scenario.minutes}` ? t('preflight.proposed') : undefined,
            }))}
          />
          {timer === 'own' && (
            <div className={styles.own}>
              <Field
                label={t('preflight.ownLabel')}
                hint={t('preflight.ownHint', { minutes: scenario.minutes })}
                type="number"
                name="minutes"
                inputMode="numeric"
                min={1}
                max={90}
                step={1}
                required
                value={own}
                onChange={(event) => setOwn(event.target.value)}
              />
            </div>
          )}
          {timer === 'none' && <p className={styles.note}>{t('preflight.noneNote')}</p>}
        </div>
        {installation && <VoiceSettings offer={installation.voice} firstName={name} persona={persona} locale={locale} />}
        <NetworkCheck canHold={installation?.voice.hear != null} />
        <fieldset className={styles.part} aria-label={t('preflight.display')}>
          <DisplaySwitches />
        </fieldset>
        {(installation?.voice.speak ?? installation?.voice.hear) && (
          <div className={styles.part}>
            <RecordingConsent granted={recorded} onChange={setRecorded} />
          </div>
        )}
        <div className={styles.ai}>
          <Icon name="info" />
          <p>
            <b>{t('preflight.ai', { name })}</b> {t('preflight.aiText')}
          </p>
        </div>
        <div className={styles.enter}>
          {error && <FailureNotice error={error} />}
          <Button type="submit" variant="primary" block busy={busy} busyLabel={t('preflight.entering')}>
            {t('preflight.enter')}
          </Button>
          <p className={styles.note}>{me ? t('preflight.pause') : t('preflight.demo')}</p>
        </div>
      </form>
    </aside>
  );
}
