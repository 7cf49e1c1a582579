import type { ComponentPropsWithRef, ReactNode } from 'react';
import styles from './Checkbox.module.css';
import { Icon } from './Icon.tsx';

type CheckboxProps = Omit<ComponentPropsWithRef<'input'>, 'type' | 'className'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** `radio` draws a disc: one of several, sharing a `name`. */
  readonly type?: 'checkbox' | 'radio';
};

export function Checkbox({ label, hint, type = 'checkbox', ...rest }: CheckboxProps) {
  return (
    <label className={styles.row}>
      <span className={styles.box}>
        <input type={type} className={styles.input} {...rest} />
        {type === 'checkbox' ? <Icon name="check" size="s" className={styles.tick} /> : <span className={styles.disc} />}
      </span>
      <span>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  );
}
