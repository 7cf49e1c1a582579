import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Quote.module.css';

type QuoteProps = {
  readonly tone?: 'accent' | 'good' | 'watch';
  readonly size?: 'm' | 'l';
  /** Exact words, with the quotation marks of the language. */
  readonly children: ReactNode;
  /** A link to where it was said. */
  readonly source?: ReactNode;
};

export function Quote({ tone = 'accent', size = 'm', children, source }: QuoteProps) {
  return (
    <figure className={styles.figure}>
      <blockquote className={classNames(styles.quote, styles[tone], size === 'l' && styles.large)}>{children}</blockquote>
      {source && <figcaption className={styles.source}>{source}</figcaption>}
    </figure>
  );
}
