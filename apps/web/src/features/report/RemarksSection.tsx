import type { Remark, Report } from '@coachvisio/contract/report.ts';
import { useTranslation } from 'react-i18next';
import { useTypeset } from '../../kit/i18n.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { QuoteLink } from './QuoteLink.tsx';
import styles from './RemarksSection.module.css';
import { Section } from './Section.tsx';

type RemarksSectionProps = {
  readonly report: Report;
  readonly whole: boolean;
  readonly onOpen: (seq: number) => void;
  readonly onWhole: () => void;
};

const columns = [
  { name: 'strengths', tone: 'good', icon: 'check' },
  { name: 'vigilance', tone: 'watch', icon: 'warning' },
  { name: 'axes', tone: 'accent', icon: 'arrow-right' },
] as const;

export function RemarksSection({ report, whole, onOpen, onWhole }: RemarksSectionProps) {
  const { t } = useTranslation('report');
  const shown = columns.filter(({ name }) => report.variant === 'full' || name !== 'axes');
  const hidden = shown.reduce((count, column) => count + Math.max(0, report[column.name].length - 1), 0);
  return (
    <Section id="remarks" title={t('remarks.title')} note={t('remarks.note')}>
      <div className={styles.columns} data-columns={shown.length}>
        {shown.map((column) => (
          <section key={column.name} aria-labelledby={`remarks-${column.name}`}>
            <h3 id={`remarks-${column.name}`} className={styles[column.tone]}>
              <Icon name={column.icon} />
              {t(`remarks.${column.name}`)}
            </h3>
            <Remarks
              none={t(`remarks.none.${column.name}`)}
              remarks={whole ? report[column.name] : report[column.name].slice(0, 1)}
              tone={column.tone}
              locale={report.locale}
              onOpen={onOpen}
            />
          </section>
        ))}
      </div>
      {!whole && hidden > 0 && (
        <p className={styles.more}>
          <Button variant="text" size="s" onClick={onWhole}>
            {t('remarks.more', { count: hidden })}
          </Button>
        </p>
      )}
    </Section>
  );
}

type RemarksProps = {
  /** Stands where nothing could be quoted: an empty column would read as a verdict. */
  readonly none: string;
  readonly remarks: readonly Remark[];
  readonly tone: 'good' | 'watch' | 'accent';
  readonly locale: Report['locale'];
  readonly onOpen: (seq: number) => void;
};

function Remarks({ none, remarks, tone, locale, onOpen }: RemarksProps) {
  const set = useTypeset(locale);
  if (remarks.length === 0) return <p className={styles.none}>{none}</p>;
  return (
    <ul lang={locale}>
      {remarks.map((remark) => (
        <li key={`${remark.id}-${remark.quote.seq}-${remark.quote.start}`}>
          <h4>{set(remark.title)}</h4>
          <p>{set(remark.why)}</p>
          <QuoteLink quote={remark.quote} tone={tone} locale={locale} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}
