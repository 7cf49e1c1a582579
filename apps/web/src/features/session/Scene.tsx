import { type ReactNode, useEffect, useRef } from 'react';
import type { Expression } from '@coachvisio/contract/conversation.ts';
import type { Session } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { LiveAvatar } from '../../avatar/LiveAvatar.tsx';
import type { MouthShape } from '../../avatar/pose.ts';
import { StageBackdrop } from '../../avatar/StageBackdrop.tsx';
import { tintClass } from '../../avatar/tint.ts';
import type { LiveState } from '../../kit/live-state.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Clock } from './Clock.tsx';
import styles from './Scene.module.css';

type SceneProps = {
  readonly session: Session;
  readonly live: LiveState;
  readonly elapsedMs: number;
  readonly timerShown: boolean;
  readonly still: boolean;
  readonly expression: Expression;
  readonly speaking: boolean;
  readonly text: string | undefined;
  /** The mouth of the sound that is heard; left out, it follows the text. */
  readonly mouthAt: (() => MouthShape | undefined) | undefined;
  /** The learner is speaking. */
  readonly listening: boolean;
  /** What stands below the face, never over it. */
  readonly children: ReactNode;
};

export function Scene({ session, live, elapsedMs, timerShown, still, expression, speaking, text, mouthAt, listening, children }: SceneProps) {
  const { t } = useTranslation('session');
  const scene = useRef<HTMLElement>(null);
  const lower = useRef<HTMLDivElement>(null);

  // The face makes room for what is said below it, however long: the styles need the height of the words for that.
  useEffect(() => {
    if (!lower.current) return;
    const observer = new ResizeObserver(([entry]) => entry && scene.current?.style.setProperty('--lower', `${Math.ceil(entry.contentRect.height)}px`));
    observer.observe(lower.current);
    return () => observer.disconnect();
  }, []);

  return (
    <section
      ref={scene}
      className={classNames(styles.scene, tintClass(session.persona))}
      data-paused={live.status === 'paused' || undefined}
      aria-label={t('stage.with', { name: session.personaName })}
    >
      <StageBackdrop slug={session.persona} className={styles.backdrop} />
      <LiveAvatar
        slug={session.persona}
        expression={expression}
        speaking={speaking}
        text={text}
        mouthAt={mouthAt}
        listening={listening}
        still={still}
        label={t('stage.portrait', { name: session.personaName })}
        className={styles.persona}
      />
      {timerShown && <Clock live={live} elapsedMs={elapsedMs} />}
      <Badge icon="info" className={styles.ai}>
        {t('stage.ai')}
        <span className={styles.long}> · {t('stage.fictional')}</span>
      </Badge>
      <div ref={lower} className={styles.lower}>
        {children}
      </div>
    </section>
  );
}
