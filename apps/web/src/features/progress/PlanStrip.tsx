import type { PlanStep } from '@coachvisio/contract/progress.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTypeset } from '../../kit/i18n.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './PlanStrip.module.css';
import { usePlan } from './use-progress.ts';

/** The plan as a line to walk along: what is done, what is next, what comes. Left out while it cannot be read: the way to a session stands above. */
export function PlanStrip() {
  const { t } = useTranslation('progress');
  const set = useTypeset();
  const { data: plan } = usePlan();
  if (!plan) return null;
  const steps = plan.stages.flatMap((stage) => stage.steps);
  const done = steps.filter(({ status }) => status === 'done').length;
  return (
    <section className={styles.plan} aria-labelledby="plan">
      <header>
        <h2 id="plan">{t('plan.title', { count: steps.length })}</h2>
        <p>{done === steps.length ? t('plan.all') : t('plan.done', { count: done, all: steps.length })}</p>
      </header>
      <ol className={styles.stages}>
        {plan.stages.map((stage) => (
          <li key={stage.name}>
            <h3>{set(stage.name)}</h3>
            <ol className={styles.steps}>
              {stage.steps.map((step) => (
                <Step key={step.number} step={step} />
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Step({ step }: { readonly step: PlanStep }) {
  const { t } = useTranslation('progress');
  const set = useTypeset();
  return (
    <li className={styles.step} data-status={step.status}>
      <span className={styles.mark} aria-hidden="true">
        {step.status === 'done' ? <Icon name="check" size="s" /> : step.number}
      </span>
      <div>
        <Link to={`/scenarios/${step.scenario}`} className={styles.title} aria-current={step.status === 'next' ? 'step' : undefined}>
          {set(step.title)}
        </Link>
        <p className={styles.aim}>{set(step.aim)}</p>
        <p className={styles.note}>
          {step.session === null ? (
            t(step.status === 'next' ? 'plan.next' : 'plan.open', { name: step.personaName.split(' ')[0], minutes: step.minutes })
          ) : (
            <Link to={`/sessions/${step.session}/debrief`}>{t('plan.reread')}</Link>
          )}
        </p>
      </div>
    </li>
  );
}
