import type { Criterion } from '@coachvisio/contract/scenario.ts';
import { useTranslation } from 'react-i18next';
import { useTypeset } from '../../kit/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Level } from '../../ui/Level.tsx';
import words from '../../ui/words.module.css';
import styles from './CriteriaTable.module.css';

/** Told before the conversation: what will be looked at, how much it counts, what is expected. */
export function CriteriaTable({ criteria }: { readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation('content');
  const set = useTypeset();
  const heaviest = Math.max(...criteria.map((criterion) => criterion.weight));
  return (
    <section className={styles.criteria} aria-labelledby="sheet-criteria">
      <h2 id="sheet-criteria">{t('criteria.title')}</h2>
      <p className={styles.lede}>{t('criteria.lede', { count: criteria.length })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('criteria.name')}</th>
            <th scope="col">{t('criteria.weight')}</th>
            <th scope="col">{t('criteria.expected')}</th>
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => (
            <tr key={criterion.competency}>
              <th scope="row">{set(criterion.name)}</th>
              <td className={styles.weight}>
                <span className={words.figures}>{t('criteria.percent', { value: criterion.weight })}</span>
                <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(criterion.weight / heaviest) * 100} height="6" rx="3" />
                </svg>
              </td>
              <td className={words.soft}>{set(criterion.anchors[2] ?? '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details className={styles.all}>
        <summary>
          {t('criteria.all')}
          <Icon name="chevron-down" size="s" />
        </summary>
        <div className={styles.scales}>
          {criteria.map((criterion) => (
            <section key={criterion.competency} aria-labelledby={`scale-${criterion.competency}`}>
              <h3 id={`scale-${criterion.competency}`}>{set(criterion.name)}</h3>
              <ol>
                {criterion.anchors.map((anchor, place) => (
                  <li key={anchor}>
                    <Level level={place + 1} label={t('criteria.levelIs', { level: place + 1 })} labelHidden />
                    <span>{set(anchor)}</span>
                  </li>
                ))}
              </ol>
            </section>
          ))}
        </div>
      </details>
    </section>
  );
}
