import { AlertDialog as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Dialog.module.css';

type AlertDialogProps = {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  /** What will happen and what will be kept. */
  readonly description: ReactNode;
  readonly cancelLabel: string;
  readonly confirmLabel: string;
  readonly confirmBusyLabel?: string | undefined;
  readonly busy?: boolean;
  /** The caller closes the dialog when the work is done, so that a failure can be told inside it. */
  readonly onConfirm: () => void;
  readonly children?: ReactNode;
};

/** Asks before what cannot be undone. It does not close on a click beside it, and focus starts on the way back. */
export function AlertDialog({
  open,
  onOpenChange,
  title,
  description,
  cancelLabel,
  confirmLabel,
  confirmBusyLabel,
  busy = false,
  onConfirm,
  children,
}: AlertDialogProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <div className={styles.scrim} data-holds-page="">
          <Primitive.Content className={classNames(styles.dialog)}>
            <Primitive.Title className={styles.title}>{title}</Primitive.Title>
            <Primitive.Description asChild>
              <div className={styles.description}>{description}</div>
            </Primitive.Description>
            {children && <div className={styles.body}>{children}</div>}
            <footer className={styles.actions}>
              <Primitive.Cancel asChild>
                <Button variant="quiet">{cancelLabel}</Button>
              </Primitive.Cancel>
              <Button variant="primary" busy={busy} busyLabel={confirmBusyLabel} onClick={onConfirm}>
                {confirmLabel}
              </Button>
            </footer>
          </Primitive.Content>
        </div>
      </Primitive.Portal>
    </Primitive.Root>
  );
}
