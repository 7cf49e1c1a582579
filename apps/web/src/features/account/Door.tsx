import type { ReactNode } from 'react';
import { Portrait } from '../../avatar/Portrait.tsx';
import { classNames } from '../../ui/class-names.ts';
import { PageTitle } from '../../ui/PageTitle.tsx';
import words from '../../ui/words.module.css';
import styles from './Account.module.css';

const faces = [
  { slug: 'claire-morel', expression: 'attentive' },
  { slug: 'marc-delattre', expression: 'firm' },
  { slug: 'julie-ferrand', expression: 'relieved' },
  { slug: 'thomas-lemaire', expression: 'neutral' },
] as const;

/** The way in: a form on one side, those who wait behind the door on the other. */
export function Door({ title, lede, children }: { readonly title: string; readonly lede: string; readonly children: ReactNode }) {
  return (
    <div className={classNames(words.wrap, styles.door)}>
      <PageTitle title={title} />
      <div>
        <h1>{title}</h1>
        <p className={styles.lede}>{lede}</p>
        {children}
      </div>
      <div className={styles.faces} aria-hidden="true">
        {faces.map((face) => (
          <Portrait key={face.slug} slug={face.slug} expression={face.expression} alt="" />
        ))}
      </div>
    </div>
  );
}
