import type { ReactNode } from 'react';
import styles from './CardGrid.module.css';
import { classNames } from './class-names.ts';
import { Skeleton } from './Skeleton.tsx';

type CardGridProps = { readonly className?: string | undefined; readonly children: ReactNode };

/** A list of cards, each of them an `li`: three beside one another, two where it gets narrow, one on a phone. */
export function CardGrid({ className, children }: CardGridProps) {
  return <ul className={classNames(styles.grid, className)}>{children}</ul>;
}

type WaitingCardsProps = { readonly count: number; readonly className?: string | undefined; readonly cardClassName?: string | undefined };

/** The same grid while its cards are on their way: `cardClassName` gives them the size they will have. */
export function WaitingCards({ count, className, cardClassName }: WaitingCardsProps) {
  return (
    <CardGrid className={className}>
      {Array.from({ length: count }, (_, place) => (
        <li key={place}>
          <Skeleton shape="block" className={cardClassName} />
        </li>
      ))}
    </CardGrid>
  );
}
