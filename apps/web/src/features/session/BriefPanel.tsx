import type { Session } from '@coachvisio/contract/session.ts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { useTypeset } from '../../kit/i18n.ts';
import { useTabState } from '../../kit/tab-store.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useScenario } from '../../kit/use-library.ts';
import styles from './BriefPanel.module.css';

const Ticked = z.array(z.int());

/** Context, goal, what one knows, and a list the learner ticks: nothing ticks by itself. */
export function BriefPanel({ session }: { readonly session: Session }) {
  const { t } = useTranslation('session');
  const set = useTypeset(session.locale);
  const { data: scenario, error, refetch } = useScenario(session.scenario, session.locale);
  const [ticked, setTicked] = useTabState(`coachvisio.ticks.${session.id}`, Ticked, []);
  if (error) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (!scenario) return <Skeleton shape="block" />;
  const { context, goal, goals, knowns } = scenario.brief;
  return (
    <div className={styles.brief} lang={session.locale}>
      <p>{set(context)}</p>
      <div>
        <h3>{t('brief.goal')}</h3>
        <p>{set(goal)}</p>
      </div>
      <fieldset>
        <legend>{t('brief.list')}</legend>
        {goals.map((item, place) => (
          <Checkbox
            key={item}
            label={set(item)}
            checked={ticked.includes(place)}
            onChange={(event) => setTicked(event.target.checked ? [...ticked, place] : ticked.filter((other) => other !== place))}
          />
        ))}
      </fieldset>
      <div>
        <h3>{t('brief.knowns')}</h3>
        <dl className={styles.knowns}>
          {knowns.map((known) => (
            <div key={known.label}>
              <dt>{set(known.value)}</dt>
              <dd>{set(known.label)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
