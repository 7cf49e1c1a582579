import { Dialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';

type DialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  readonly description?: ReactNode;
  readonly closeLabel: string;
  readonly size?: 'm' | 'l';
  readonly children?: ReactNode;
  /** Buttons, the primary one last; on a phone they fill the width. */
  readonly actions?: ReactNode;
};

/** The primitive's own overlay is left out: it locks scrolling through a <style> element, which the policy refuses. */
export function Dialog({ open, onOpenChange, title, description, closeLabel, size = 'm', children, actions }: DialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <div className={styles.scrim} data-holds-page="">
          <Primitive.Content className={classNames(styles.dialog, styles[size])} {...(description ? {} : { 'aria-describedby': undefined })}>
            <header className={styles.head}>
              <Primitive.Title className={styles.title}>{title}</Primitive.Title>
              <Primitive.Close asChild>
                <Button variant="text" round size="s" icon="close" aria-label={closeLabel} />
              </Primitive.Close>
            </header>
            {description && <Primitive.Description className={styles.description}>{description}</Primitive.Description>}
            {children && <div className={styles.body}>{children}</div>}
            {actions && <footer className={styles.actions}>{actions}</footer>}
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
