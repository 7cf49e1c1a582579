import { Slot } from 'radix-ui';
import type { ComponentPropsWithRef } from 'react';
import styles from './Card.module.css';
import { classNames } from './class-names.ts';

type CardProps = ComponentPropsWithRef<'div'> & {
  readonly tone?: 'surface' | 'sunken' | 'accent' | 'night';
  readonly padding?: 'none' | 'm' | 'l';
  /** Says by its hover that the whole card opens something; the link inside must cover it. */
  readonly opens?: boolean;
  readonly asChild?: boolean;
};

export function Card({ tone = 'surface', padding = 'm', opens = false, asChild = false, className, ...rest }: CardProps) {
  const Tag = asChild ? Slot.Root : 'div';
  return <Tag className={classNames(styles.card, styles[tone], styles[`padding-${padding}`], opens && styles.opens, className)} {...rest} />;
}
