import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '../../kit/live-state.ts';
import { Button } from '../../ui/Button.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './Dock.module.css';

type DockProps = {
  readonly live: LiveState;
  readonly firstName: string;
  readonly revealing: boolean;
  readonly paused: boolean;
  readonly ended: boolean;
  readonly letterKeys: boolean;
  readonly onPause: () => void;
  readonly onFinish: () => void;
  /** The field. */
  readonly children: ReactNode;
};

/** Whose turn it is, the field, and the two ways out. */
export function Dock({ live, firstName, revealing, paused, ended, letterKeys, onPause, onFinish, children }: DockProps) {
  const { t } = useTranslation('session');
  const connected = live.link === 'open' || live.link === 'back';
  return (
    <footer className={styles.dock}>
      <output className={styles.turn}>
        <Floor live={live} firstName={firstName} revealing={revealing} paused={paused} ended={ended} />
      </output>
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

function Floor({ live, firstName, revealing, paused, ended }: Omit<DockProps, 'children' | 'letterKeys' | 'onPause' | 'onFinish'>) {
  const { t } = useTranslation('session');
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
              ? [t('floor.persona', { name: firstName }), live.floor === 'persona' ? t('floor.personaNote') : t('floor.revealNote')]
              : [t('floor.learner'), t('floor.learnerNote')];
  return (
    <>
      <b>{title}</b>
      <span>{note}</span>
    </>
  );
}
