import { useEffect, useRef, useState } from 'react';
import { openRenderer, type Whose } from './open-renderer.ts';
import { chooseFace, createPace, type Quality } from './choose-face.ts';
import { readDevice, rememberTooSlow } from './device.ts';
import styles from './LiveAvatar.module.css';
import { LivePortrait, type LivePortraitProps } from './LivePortrait.tsx';
import { createMotion, type MotionWish } from './motion.ts';
import { faceOf } from './personas.ts';
import { useReducedMotion } from './use-reduced-motion.ts';
import { whileVisible } from './while-visible.ts';

type LiveAvatarProps = LivePortraitProps & {
  /** `svg` never loads a head, `3d` shows one even where the processor draws it. */
  readonly quality?: Quality;
  /** Address of a made-to-measure head (GLB or VRM) that takes the place of the persona's own. */
  readonly model?: string | undefined;
};

/** A persona that lives: drawn at once, then as a head, as soon as one is ready and wherever it runs well. */
export function LiveAvatar({ quality = 'auto', model, ...portrait }: LiveAvatarProps) {
  const { slug, expression, speaking, text, mouthAt, listening, backchannel, still = false, className } = portrait;
  const reduced = useReducedMotion();
  const [given, setGiven] = useState<{ readonly slug: string; readonly up: boolean }>();
  const gaveUp = given?.slug === slug && given.up;
  // A head that does not move is a drawing: the portrait is the better one.
  const wanted = !still && !gaveUp && faceOf(slug) !== undefined && chooseFace(quality, readDevice(reduced)) === '3d';
  const [shown, setShown] = useState<string>();
  const ready = wanted && shown === slug;
  const wish: MotionWish = { expression, speaking, text, mouthAt, listening, backchannel };

  return (
    <div className={[styles.avatar, className].filter(Boolean).join(' ')}>
      <div className={styles.portrait} data-hidden={ready || undefined}>
        {/* Under a head that is shown the portrait stands still, two faces would cost twice; it stays to say who is there. */}
        <LivePortrait {...portrait} className={undefined} still={still || ready} />
      </div>
      {wanted && (
        <Head
          key={model ?? slug}
          slug={slug}
          model={model}
          wish={wish}
          measured={quality === 'auto'}
          onReady={() => setShown(slug)}
          onGiveUp={() => {
            setShown(undefined);
            setGiven({ slug, up: true });
          }}
        />
      )}
    </div>
  );
}

type HeadProps = {
  readonly slug: string;
  readonly model: string | undefined;
  readonly wish: MotionWish;
  readonly measured: boolean;
  readonly onReady: () => void;
  readonly onGiveUp: () => void;
};

function Head({ slug, model, wish, measured, onReady, onGiveUp }: HeadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [visible, setVisible] = useState(false);
  const latest = useRef({ wish, onReady, onGiveUp });

  useEffect(() => {
    latest.current = { wish, onReady, onGiveUp };
  });

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const closing = new AbortController();
    const { signal } = closing;
    const give = () => {
      if (signal.aborted) return;
      closing.abort();
      latest.current.onGiveUp();
    };
    element.addEventListener('webglcontextlost', give, { signal });
    // Whatever keeps a head from being shown, the portrait is there.
    start(element, { slug, model }, signal, { measured, wish: () => latest.current.wish, give }).then((started) => {
      if (!started) return give();
      if (signal.aborted) return;
      setVisible(true);
      latest.current.onReady();
    }, give);
    return () => closing.abort();
  }, [slug, model, measured]);

  return <canvas ref={canvas} className={styles.head} data-visible={visible || undefined} aria-hidden="true" />;
}

type Stage = { readonly measured: boolean; readonly wish: () => MotionWish; readonly give: () => void };

/** Loads, sizes and animates a head until the signal; `false` if this persona has none. */
async function start(canvas: HTMLCanvasElement, whose: Whose, signal: AbortSignal, { measured, wish, give }: Stage): Promise<boolean> {
  const renderer = await openRenderer(canvas, whose, signal);
  if (!renderer) return false;
  if (signal.aborted) {
    renderer.dispose();
    return false;
  }
  const motion = createMotion(wish().expression);
  const fit = () => renderer.resize(canvas.clientWidth, canvas.clientHeight, Math.min(2, window.devicePixelRatio));
  fit();
  renderer.draw(motion(wish(), 0));
  const sizes = new ResizeObserver(() => {
    fit();
    renderer.draw(motion(wish(), 0));
  });
  sizes.observe(canvas);
  const pace = createPace();
  const rest = whileVisible(canvas, (seconds, sinceMs) => {
    renderer.draw(motion(wish(), seconds));
    if (measured && pace(sinceMs)) {
      rememberTooSlow();
      give();
    }
  });
  signal.addEventListener('abort', () => {
    rest();
    sizes.disconnect();
    renderer.dispose();
  });
  return true;
}
