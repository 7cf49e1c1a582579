import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './Choice.module.css';

type ChoiceProps<V extends string> = {
  readonly legend: ReactNode;
  /** Keeps the legend for screen readers only, where a heading above already says it. */
  readonly legendHidden?: boolean;
  readonly name: string;
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly options: readonly { readonly value: V; readonly label: ReactNode; readonly note?: ReactNode; readonly lang?: string }[];
};

/** One of a few, all in sight. Native radio buttons: arrow keys, forms and screen readers know them. */
export function Choice<V extends string>({ legend, legendHidden = false, name, value, onChange, options }: ChoiceProps<V>) {
  return (
    <fieldset className={styles.choice}>
      <legend className={classNames(styles.legend, legendHidden && styles.hidden)}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} lang={option.lang}>
            <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
            {option.note && <span className={styles.note}>{option.note}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
