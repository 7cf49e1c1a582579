import { Switch as Primitive } from 'radix-ui';
import { type ReactNode, useId } from 'react';
import styles from './Switch.module.css';

type SwitchProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly name?: string;
};

/** For a setting that applies at once; a choice that waits for a button is a Checkbox. */
export function Switch({ label, hint, checked, onCheckedChange, disabled = false, name }: SwitchProps) {
  const id = useId();
  return (
    <div className={styles.row}>
      <div>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )}
      </div>
      <Primitive.Root
        id={id}
        className={styles.switch}
        checked={checked}
        onCheckedChange={onCheckedChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...(name === undefined ? {} : { name })}
      >
        <span className={styles.track}>
          <Primitive.Thumb className={styles.thumb} />
        </span>
      </Primitive.Root>
    </div>
  );
}
