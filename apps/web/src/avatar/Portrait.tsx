import { useId } from 'react';
import styles from './Portrait.module.css';
import { EXPRESSIONS, type Expression } from './pose.ts';
import { CROPS, type Crop, drawPerson, drawScene } from './render-portrait.ts';
import { Shapes } from './Shapes.tsx';

type PortraitProps = {
  readonly slug: string;
  readonly crop?: Crop;
  /** The persona's own room behind it; without it the ground shows through. */
  readonly scene?: boolean;
  readonly expression?: Expression;
  /** Empty where the name stands beside it. */
  readonly alt: string;
  /** Sizes the portrait; it fills the width it is given. */
  readonly className?: string | undefined;
};

export function Portrait({ slug, crop = 'card', scene = true, expression = 'neutral', alt, className }: PortraitProps) {
  // The id ends up in url(#…), where punctuation would need escaping.
  const ids = useId().replace(/\W/g, '');
  const dress = [styles.portrait, styles[crop], className].filter(Boolean).join(' ');
  return (
    <span className={dress}>
      <svg
        className={styles.picture}
        viewBox={CROPS[crop]}
        preserveAspectRatio="xMidYMid slice"
        focusable="false"
        {...(alt ? { role: 'img', 'aria-label': alt } : { 'aria-hidden': true })}
      >
        {scene && <Shapes shapes={drawScene(slug)} />}
        <Shapes shapes={drawPerson(slug, EXPRESSIONS[expression], `p${ids}`)} />
      </svg>
    </span>
  );
}
