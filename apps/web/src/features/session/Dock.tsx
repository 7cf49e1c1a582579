import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '../../kit/live-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Dock.module.css';
import { MicButton } from './MicButton.tsx';
import type { EarsNow, MicState, StageEars } from './stage-ears.ts';

type DockProps = {
  readonly live: LiveState;
  readonly firstName: string;
  readonly revealing: boolean;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly letterKeys: boolean;
  readonly onPause: () => void;
  readonly onFinish: () => void;
  readonly ears: StageEars;
  readonly hears: EarsNow;
  /** The persona's sound is played. */
  readonly aloud: boolean;
  readonly pushToTalk: boolean;
  /** The field. */
  readonly children: ReactNode;
};

/** Whose turn it is, the field, and the two ways out. */
export function Dock({ live, firstName, revealing, paused, ended, letterKeys, onPause, onFinish, ears, hears, aloud, pushToTalk, children }: DockProps) {
  const { t } = useTranslation('session');
  const connected = live.link === 'open' || live.link === 'back';
  return (
    <footer className={styles.dock}>
      <div className={styles.voice}>
        {hears.state !== 'off' && !ended && (
          <MicButton
            state={hears.state}
            level={ears.level}
            pushToTalk={pushToTalk}
            letterKeys={letterKeys}
            onToggle={ears.toggle}
            onPress={ears.press}
            onRelease={ears.release}
          />
        )}
        <output className={styles.turn}>
          <Floor live={live} firstName={firstName} revealing={revealing} paused={paused} ended={ended} mic={hears.state} aloud={aloud} />
        </output>
        {hears.state === 'hearing' && !pushToTalk && (
          <Button variant="text" size="s" onClick={ears.finish}>
            {t('mic.finish')}
          </Button>
        )}
      </div>
      <div className={styles.field}>{children}</div>
      {!ended && (
        <div className={styles.ends}>
          <Button icon={paused ? 'play' : 'pause'} disabled={!connected} onClick={onPause} aria-keyshortcuts={letterKeys ? 'P' : undefined}>
            <span className={styles.label}>{paused ? t('dock.resume') : t('dock.pause')}</span>
            {letterKeys && (
              <span className={styles.letter} aria-hidden="true">
                <Kbd>P</Kbd>
              </span>
            )}
          </Button>
          <Button icon="flag" onClick={onFinish}>
            <span className={styles.label}>{t('dock.finish')}</span>
          </Button>
        </div>
      )}
    </footer>
  );
}

type FloorProps = Pick<DockProps, 'live' | 'firstName' | 'revealing' | 'paused' | 'ended' | 'aloud'> & { readonly mic: MicState };

function Floor({ live, firstName, revealing, paused, ended, mic, aloud }: FloorProps) {
  const { t } = useTranslation('session');
  const listens = mic === 'open' || mic === 'hearing';
  const [title, note] = ended
    ? [t('floor.ended'), t('floor.endedNote')]
    : live.closed === 'moved'
      ? [t('floor.elsewhere'), t('floor.elsewhereNote')]
      : paused
        ? [t('floor.paused'), t('floor.pausedNote')]
        : live.link === 'connecting'
          ? [t('floor.connecting'), t('floor.connectingNote')]
          : live.link === 'reconnecting' || live.link === 'offline'
            ? [t('floor.away'), t('floor.awayNote')]
            : live.floor === 'persona' || revealing
              ? [
                  t('floor.persona', { name: firstName }),
                  aloud && listens ? t('mic.interrupt') : live.floor === 'persona' ? t('floor.personaNote') : t('floor.revealNote'),
                ]
              : mic === 'hearing'
                ? [t('mic.hearing'), t('mic.hearingNote')]
                : mic === 'open'
                  ? [t('mic.listening'), t('mic.hearingNote')]
                  : mic === 'muted' || mic === 'refused'
                    ? [t('mic.off'), t('mic.offNote')]
                    : [t('floor.learner'), mic === 'asking' ? t('mic.asking') : t('floor.learnerNote')];
  return (
    <>
      <b>{title}</b>
      <span>{note}</span>
    </>
  );
}
