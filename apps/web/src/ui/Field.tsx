import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './Field.module.css';
import { Icon } from './Icon.tsx';

type FieldWords = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** What is wrong and how to put it right; its presence marks the control as invalid. */
  readonly error?: ReactNode;
  /** Keeps the label for screen readers only, where the place already says what to write. */
  readonly labelHidden?: boolean;
  /** A control inside the right edge of the field: send, show the password. */
  readonly trailing?: ReactNode;
};

type InputFieldProps = FieldWords & { readonly multiline?: false } & ComponentPropsWithRef<'input'>;
type TextFieldProps = FieldWords & { readonly multiline: true } & ComponentPropsWithRef<'textarea'>;

export function Field(props: InputFieldProps | TextFieldProps) {
  const ownId = useId();
  const { label, hint, error, labelHidden, trailing } = props;
  const id = props.id ?? ownId;
  const described = describedBy(id, hint, error);
  const dress = classNames(styles.control, props.multiline && styles.multiline, Boolean(trailing) && styles.withTrailing, props.className);
  const wiring = { id, className: dress, 'aria-invalid': error ? true : undefined, 'aria-describedby': described };
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      <span className={styles.box}>
        {props.multiline ? <textarea rows={4} {...controlProps(props)} {...wiring} /> : <input {...controlProps(props)} {...wiring} />}
        {trailing && <span className={styles.trailing}>{trailing}</span>}
      </span>
    </FieldFrame>
  );
}

/** Leaves what belongs to the control itself. */
function controlProps<Props extends FieldWords & { readonly multiline?: boolean }>(props: Props) {
  const { label: _label, hint: _hint, error: _error, labelHidden: _hidden, trailing: _trailing, multiline: _multiline, ...control } = props;
  return control;
}

export function describedBy(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  return classNames(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
}

type FieldFrameProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly labelHidden?: boolean | undefined;
  readonly children: ReactNode;
};

/** Label above, control, hint, error: the same order around an input, a text area and a select. */
export function FieldFrame({ id, label, hint, error, labelHidden, children }: FieldFrameProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? styles.hidden : styles.label}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="warning" size="s" />
          <span>{error}</span>
        </p>
      )}
    </div>
  );
}
