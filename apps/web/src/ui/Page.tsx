import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Page.module.css';
import { PageTitle } from './PageTitle.tsx';
import words from './words.module.css';

type PageProps = {
  /** Its name in the browser's tab, which is shorter than its title. */
  readonly tab: string;
  readonly title: string;
  /** What the page is for, in a sentence or two. */
  readonly lede: string;
  readonly children: ReactNode;
};

/** A page that says what it is for before it shows it. */
export function Page({ tab, title, lede, children }: PageProps) {
  return (
    <div className={classNames(words.wrap, styles.page)}>
      <PageTitle title={tab} />
      <h1>{title}</h1>
      <p className={styles.lede}>{lede}</p>
      {children}
    </div>
  );
}
