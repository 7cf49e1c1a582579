import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Mark } from '../../ui/Brand.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { IconName } from '../../ui/icon-paths.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import styles from './StageBar.module.css';

export type PanelName = 'brief' | 'transcript';

type StageBarProps = {
  readonly title: string;
  readonly panel: PanelName | null;
  readonly onToggle: (panel: PanelName) => void;
  readonly onSettings: () => void;
  readonly letterKeys: boolean;
};

export function StageBar({ title, panel, onToggle, onSettings, letterKeys }: StageBarProps) {
  const { t } = useTranslation('session');
  return (
    <header className={styles.bar}>
      <Link className={styles.brand} to="/home" aria-label={t('stage.leave')}>
        <Mark />
      </Link>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.tools}>
        <Tool icon="settings" name={t('voice.settings')} onClick={onSettings} />
        <Tool
          icon="text"
          name={t('transcript.title')}
          expanded={panel === 'transcript'}
          letter={letterKeys ? 'T' : undefined}
          onClick={() => onToggle('transcript')}
        />
        <Tool icon="document" name={t('brief.short')} expanded={panel === 'brief'} letter={letterKeys ? 'B' : undefined} onClick={() => onToggle('brief')} />
      </div>
    </header>
  );
}

type ToolProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly expanded?: boolean;
  readonly letter?: string | undefined;
  readonly onClick: () => void;
};

function Tool({ icon, name, expanded, letter, onClick }: ToolProps) {
  return (
    <button type="button" className={styles.tool} aria-expanded={expanded} aria-keyshortcuts={letter} onClick={onClick}>
      <Icon name={icon} />
      <span className={styles.name}>{name}</span>
      {letter && (
        <span className={styles.letter} aria-hidden="true">
          <Kbd>{letter}</Kbd>
        </span>
      )}
    </button>
  );
}
