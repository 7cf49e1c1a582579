import { useEffect, useId, useRef, useState } from 'react';
import { drawNobody, prepareFigure, STILL } from './figure.ts';
import styles from './LivePortrait.module.css';
import { createMotion, type Instant, type MotionWish } from './motion.ts';
import { faceOf } from './personas.ts';
import { EXPRESSIONS, type Expression, type MouthShape } from './pose.ts';
import { patchShapes } from './shape.ts';
import { Shapes } from './Shapes.tsx';
import { useReducedMotion } from './use-reduced-motion.ts';
import { whileVisible } from './while-visible.ts';

export type LivePortraitProps = {
  readonly slug: string;
  readonly expression: Expression;
  readonly speaking: boolean;
  readonly label: string;
  /** What is being said, possibly still growing; the mouth follows it. */
  readonly text?: string | undefined;
  /** The mouth of the sound that is heard now; it goes before the text. */
  readonly mouthAt?: (() => MouthShape | undefined) | undefined;
  /** The learner is speaking: the persona attends and nods. */
  readonly listening?: boolean | undefined;
  /** One nod each time this number grows. */
  readonly backchannel?: number | undefined;
  /** Shows the expression and nothing that moves, as reduced motion does. */
  readonly still?: boolean;
  readonly className?: string | undefined;
};

export function LivePortrait({ slug, expression, speaking, label, text, mouthAt, listening, backchannel, still = false, className }: LivePortraitProps) {
  const reduced = useReducedMotion();
  return (
    <svg
      className={[styles.live, className].filter(Boolean).join(' ')}
      viewBox="-20 -14 520 574"
      preserveAspectRatio="xMidYMax meet"
      role="img"
      aria-label={label}
      focusable="false"
    >
      <LiveFigure key={slug} slug={slug} wish={{ expression, speaking, text, mouthAt, listening, backchannel }} still={still || reduced} />
    </svg>
  );
}

type LiveFigureProps = { readonly slug: string; readonly wish: MotionWish; readonly still: boolean };

/**
 * React draws the person once; from then on one animation frame loop writes the attributes that changed.
 * Rendering again never touches them, because what React would draw stays the first drawing.
 */
function LiveFigure({ slug, wish, still }: LiveFigureProps) {
  const ids = `l${useId().replace(/\W/g, '')}`;
  const [draw] = useState(() => {
    const face = faceOf(slug);
    return face ? prepareFigure(face, ids) : drawNobody;
  });
  const [first] = useState(() => draw(EXPRESSIONS[wish.expression], STILL));
  const [motion] = useState(() => createMotion(wish.expression));
  const host = useRef<SVGGElement>(null);
  const drawn = useRef(first);
  const latest = useRef(wish);
  // While moving, a new expression is read from `latest` and eased into; only a still portrait is redrawn for it.
  const stillExpression = still ? wish.expression : undefined;

  useEffect(() => {
    latest.current = wish;
  }, [wish]);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const show = ({ pose, carriage }: Instant) => {
      const next = draw(pose, carriage);
      patchShapes(element, drawn.current, next);
      drawn.current = next;
    };
    if (stillExpression) {
      show({ pose: EXPRESSIONS[stillExpression], carriage: STILL });
      return;
    }
    return whileVisible(element, (seconds) => show(motion(latest.current, seconds)));
  }, [draw, motion, stillExpression]);

  return (
    <g ref={host}>
      <Shapes shapes={first} />
    </g>
  );
}
