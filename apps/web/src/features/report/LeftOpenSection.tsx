import type { Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { useTypeset } from '../../kit/i18n.ts';
import { Badge } from '../../ui/Badge.tsx';
import styles from './LeftOpenSection.module.css';
import { Section } from './Section.tsx';

/** What a second try could aim at. */
export function LeftOpenSection({ report }: { readonly report: Report }) {
  const { t } = useTranslation('report');
  const set = useTypeset(report.locale);
  if (report.leftOpen.length === 0) return null;
  return (
    <Section id="open" title={t('open.title')} note={t('open.note')}>
      <ul className={styles.list}>
        {report.leftOpen.map((item) => (
          <li key={`${item.kind}-${item.label}`}>
            <span lang={report.locale}>{set(item.label)}</span>
            <Badge>{item.kind === 'concern' ? t('open.concern') : t('open.fact')}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
