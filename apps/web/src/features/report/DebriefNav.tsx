import type { Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/Choice.tsx';
import styles from './DebriefNav.module.css';

type DebriefNavProps = {
  readonly report: Report;
  readonly whole: boolean;
  readonly onRead: (how: 'short' | 'whole') => void;
};

/** How long one has, and where things are. Stays in sight beside the text on a wide screen. */
export function DebriefNav({ report, whole, onRead }: DebriefNavProps) {
  const { t } = useTranslation('report');
  const places = [
    { id: 'curve', name: t('nav.curve') },
    { id: 'remarks', name: t('nav.remarks') },
    ...(report.better || report.replayFrom || report.next ? [{ id: 'next', name: t('nav.next') }] : []),
    ...(report.leftOpen.length > 0 ? [{ id: 'open', name: t('nav.open') }] : []),
    { id: 'criteria', name: t('nav.criteria') },
    ...(whole ? [{ id: 'measures', name: t('nav.measures') }] : []),
  ];
  return (
    <nav className={styles.nav} aria-label={t('nav.name')}>
      <Choice
        legend={t('read.name')}
        name="reading"
        value={whole ? 'whole' : 'short'}
        onChange={onRead}
        options={[
          { value: 'short', label: t('read.short') },
          { value: 'whole', label: t('read.whole') },
        ]}
      />
      <ul className={styles.places}>
        {places.map((place) => (
          <li key={place.id}>
            <a href={`#${place.id}`}>{place.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
