import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import styles from './MicButton.module.css';
import type { MicState } from './stage-ears.ts';

type MicButtonProps = {
  readonly state: MicState;
  /** The level of the microphone now, 0 to 1; asked for at every frame. */
  readonly level: () => number;
  readonly pushToTalk: boolean;
  readonly letterKeys: boolean;
  readonly onToggle: () => void;
  readonly onPress: () => void;
  readonly onRelease: () => void;
};

/** The microphone: its colour says what it does, and so does the sentence beside it. */
export function MicButton({ state, level, pushToTalk, letterKeys, onToggle, onPress, onRelease }: MicButtonProps) {
  const { t } = useTranslation('session');
  const ring = useRef<HTMLSpanElement>(null);
  const listens = state === 'open' || state === 'hearing';

  // The ring follows the voice without rendering anything again.
  useEffect(() => {
    if (!listens) return;
    let request = requestAnimationFrame(function frame() {
      ring.current?.style.setProperty('--level', level().toFixed(3));
      request = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(request);
  }, [listens, level]);

  const held = pushToTalk && state !== 'off' && state !== 'refused';
  return (
    <button
      type="button"
      className={styles.mic}
      data-state={state}
      aria-pressed={held ? state === 'hearing' : state !== 'off' && state !== 'muted' && state !== 'refused'}
      aria-label={held ? t('mic.hold') : t(listens ? 'mic.mute' : 'mic.open')}
      aria-keyshortcuts={letterKeys ? 'M' : undefined}
      disabled={state === 'asking'}
      onClick={held ? undefined : onToggle}
      onPointerDown={held ? onPress : undefined}
      onPointerUp={held ? onRelease : undefined}
      onPointerLeave={held ? onRelease : undefined}
      onKeyDown={held ? (event) => (event.key === ' ' || event.key === 'Enter') && !event.repeat && onPress() : undefined}
      onKeyUp={held ? (event) => (event.key === ' ' || event.key === 'Enter') && onRelease() : undefined}
    >
      <span ref={ring} className={styles.ring} aria-hidden="true" />
      <Icon name={state === 'off' || state === 'muted' || state === 'refused' ? 'mic-off' : 'mic'} size="l" />
    </button>
  );
}
