import { Slot } from 'radix-ui';
import type { ComponentPropsWithRef, MouseEvent } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';

type ButtonProps = ComponentPropsWithRef<'button'> & {
  /** One primary per view. */
  readonly variant?: 'primary' | 'quiet' | 'text';
  readonly tone?: 'accent' | 'live';
  readonly size?: 'm' | 's';
  readonly icon?: IconName | undefined;
  readonly iconAfter?: IconName | undefined;
  /** A round button that shows its icon only; then `aria-label` is what names it. */
  readonly round?: boolean;
  readonly block?: boolean;
  readonly busy?: boolean;
  /** Takes the place of the label while busy; both share one cell, so the width never changes. */
  readonly busyLabel?: string | undefined;
  /** Dresses the single child (a link of the router) instead of writing a button. */
  readonly asChild?: boolean;
};

export function Button({
  variant = 'quiet',
  tone = 'accent',
  size = 'm',
  icon,
  iconAfter,
  round = false,
  block = false,
  busy = false,
  busyLabel,
  asChild = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const dress = classNames(
    styles.button,
    styles[variant],
    tone === 'live' && styles.live,
    size === 's' && styles.small,
    round && styles.round,
    block && styles.block,
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={dress} onClick={onClick} {...rest}>
        {icon && <Icon name={icon} />}
        <Slot.Slottable>{children}</Slot.Slottable>
        {iconAfter && <Icon name={iconAfter} />}
      </Slot.Root>
    );
  }
  // A busy button keeps focus and stays in the tab order, which `disabled` would take away.
  const press = (event: MouseEvent<HTMLButtonElement>) => (busy ? event.preventDefault() : onClick?.(event));
  return (
    <button type={type} className={dress} aria-busy={busy || undefined} aria-disabled={busy || undefined} onClick={press} {...rest}>
      {icon && <Icon name={icon} />}
      {busyLabel ? (
        <span className={styles.labels}>
          <span aria-hidden={busy || undefined} data-shown={!busy}>
            {children}
          </span>
          <span aria-hidden={!busy || undefined} data-shown={busy}>
            {busyLabel}
          </span>
        </span>
      ) : (
        children
      )}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  );
}
