import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import styles from './Panel.module.css';

type PanelProps = {
  readonly wide: boolean;
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Beside the scene where there is room, over it where there is none. */
export function Panel({ wide, title, open, onClose, children }: PanelProps) {
  const { t } = useTranslation('session');
  if (!wide) {
    return (
      <Sheet open={open} onOpenChange={(stays) => !stays && onClose()} title={title} closeLabel={t('stage.close')}>
        {children}
      </Sheet>
    );
  }
  if (!open) return null;
  return (
    <aside className={styles.panel} aria-label={title}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <Button variant="text" round size="s" icon="close" aria-label={t('stage.close')} onClick={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
