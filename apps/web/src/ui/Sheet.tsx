import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Sheet.module.css';

type SheetProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  /** Where it comes from on a wide screen; on a phone it always rises from the bottom. */
  readonly side?: 'right' | 'left';
  readonly children: ReactNode;
  readonly actions?: ReactNode;
};

/** A panel over the page for something one reads while keeping one's place. */
export function Sheet({ open, onOpenChange, title, closeLabel, side = 'right', children, actions }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <div className={styles.scrim} data-holds-page="">
          <Primitive.Content className={classNames(styles.sheet, styles[side])} aria-describedby={undefined}>
            <header className={styles.head}>
              <Primitive.Title className={styles.title}>{title}</Primitive.Title>
              <Primitive.Close asChild>
                <Button variant="text" round size="s" icon="close" aria-label={closeLabel} />
              </Primitive.Close>
            </header>
            <div className={styles.body}>{children}</div>
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
