import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { describedBy, FieldFrame } from './Field.tsx';
import fieldStyles from './Field.module.css';
import { Icon } from './Icon.tsx';
import { classNames } from './class-names.ts';
import styles from './Select.module.css';

type SelectProps = ComponentPropsWithRef<'select'> & {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly labelHidden?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
};

/** The platform's own list: nothing written here is as good on a phone, with a screen reader, or by typing ahead. */
export function Select({ label, hint, error, labelHidden, options, id, className, ...rest }: SelectProps) {
  const ownId = useId();
  const controlId = id ?? ownId;
  return (
    <FieldFrame id={controlId} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      <span className={styles.box}>
        <select
          {...rest}
          id={controlId}
          className={classNames(fieldStyles.control, styles.select, className)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(controlId, hint, error)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" className={styles.chevron} />
      </span>
    </FieldFrame>
  );
}
