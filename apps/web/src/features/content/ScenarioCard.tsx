import type { Persona } from '@coachvisio/contract/persona.ts';
import type { ScenarioSummary } from '@coachvisio/contract/scenario.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Portrait } from '../../avatar/Portrait.tsx';
import { tintClass } from '../../avatar/tint.ts';
import { useTypeset } from '../../kit/i18n.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './ScenarioCard.module.css';

/** One scenario of the library: who, what, how long, how hard, and for which situations. */
export function ScenarioCard({ scenario, persona }: { readonly scenario: ScenarioSummary; readonly persona: Persona | undefined }) {
  const { t } = useTranslation('content');
  const set = useTypeset();
  const situations = scenario.tags.filter(({ kind }) => kind === 'situation').slice(0, 2);
  return (
    <li className={classNames(styles.card, tintClass(scenario.persona))}>
      <Portrait slug={scenario.persona} expression="attentive" alt="" className={styles.face} />
      <div className={styles.words}>
        <h2>
          <Link to={`/scenarios/${scenario.slug}`}>{set(scenario.title)}</Link>
        </h2>
        <p className={styles.facts}>{t('library.facts', { name: persona?.firstName ?? '', minutes: scenario.minutes, level: scenario.level })}</p>
        <p className={styles.summary}>{set(scenario.summary)}</p>
        <ul className={styles.tags} aria-label={t('library.situation')}>
          {situations.map((tag) => (
            <li key={tag.slug}>{set(tag.name)}</li>
          ))}
        </ul>
      </div>
    </li>
  );
}
