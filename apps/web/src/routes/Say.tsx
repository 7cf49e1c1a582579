import type { ReactNode } from 'react';
import { PageTitle } from '../ui/PageTitle.tsx';
import { classNames } from '../ui/class-names.ts';
import words from '../ui/words.module.css';
import styles from './Say.module.css';

/** A screen that only says one thing: nothing here, something went wrong, what to do. */
export function Say({ title, children, actions }: { readonly title: string; readonly children: ReactNode; readonly actions: ReactNode }) {
  return (
    <div className={classNames(words.wrap, styles.say)}>
      <PageTitle title={title} />
      <h1>{title}</h1>
      <p>{children}</p>
      <div className={styles.actions}>{actions}</div>
    </div>
  );
}
