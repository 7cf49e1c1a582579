import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './Menu.module.css';

export type MenuItem = {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** Set apart from the others, for what takes something away. */
  readonly parting?: boolean;
} & (
  | { readonly onSelect: () => void; readonly link?: undefined; readonly checked?: undefined }
  /** A link of the router without children: the label is put inside it. */
  | { readonly link: (children: ReactNode) => ReactNode; readonly onSelect?: undefined; readonly checked?: undefined }
  /** One of several: shows which one holds. */
  | { readonly checked: boolean; readonly onSelect: () => void; readonly link?: undefined }
);

type MenuProps = {
  /** The button that opens it; it receives the state and the handlers. */
  readonly trigger: ReactNode;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly align?: 'start' | 'center' | 'end';
};

/**
 * Not modal: the modal variant locks scrolling through a <style> element, which the content security policy
 * refuses. Not moved to the end of the page either: it stays in the landmark of its button.
 */
export function Menu({ trigger, label, items, align = 'end' }: MenuProps) {
  return (
    <Primitive.Root modal={false}>
      <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
      <Primitive.Content className={styles.menu} aria-label={label} align={align} sideOffset={8} collisionPadding={12}>
        {items.map((item) => (
          <Entry key={item.key} item={item} />
        ))}
      </Primitive.Content>
    </Primitive.Root>
  );
}

function Entry({ item }: { readonly item: MenuItem }) {
  const dress = classNames(styles.item, item.parting && styles.parting);
  const disabled = item.disabled ?? false;
  const words = (
    <>
      {item.icon && <Icon name={item.icon} />}
      <span className={styles.label}>{item.label}</span>
    </>
  );
  if (item.link) {
    return (
      <Primitive.Item asChild className={dress} disabled={disabled}>
        {item.link(words)}
      </Primitive.Item>
    );
  }
  if (item.checked !== undefined) {
    return (
      <Primitive.CheckboxItem className={dress} checked={item.checked} disabled={disabled} onSelect={item.onSelect}>
        {words}
        <Primitive.ItemIndicator>
          <Icon name="check" size="s" />
        </Primitive.ItemIndicator>
      </Primitive.CheckboxItem>
    );
  }
  return (
    <Primitive.Item className={dress} disabled={disabled} onSelect={item.onSelect}>
      {words}
    </Primitive.Item>
  );
}
