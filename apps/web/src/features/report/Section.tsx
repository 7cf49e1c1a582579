import type { ReactNode } from 'react';
import styles from './Section.module.css';

type SectionProps = {
  readonly id: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly children: ReactNode;
};

export function Section({ id, title, note, children }: SectionProps) {
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`}>
      <header className={styles.head}>
        <h2 id={`${id}-title`}>{title}</h2>
        {note && <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}
