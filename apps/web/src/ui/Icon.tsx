import { classNames } from './class-names.ts';
import styles from './Icon.module.css';
import { ICON_PATHS, type IconName } from './icon-paths.ts';

type IconProps = {
  readonly name: IconName;
  readonly size?: 's' | 'm' | 'l';
  readonly className?: string | undefined;
};

/** Always decoration: the words beside it, or the label of its button, carry the meaning. */
export function Icon({ name, size = 'm', className }: IconProps) {
  return (
    <svg className={classNames(styles.icon, styles[size], className)} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
