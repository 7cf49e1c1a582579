import type { Persona } from '@coachvisio/contract/persona.ts';
import type { Scenario } from '@coachvisio/contract/scenario.ts';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { LivePortrait } from '../../avatar/LivePortrait.tsx';
import { StageBackdrop } from '../../avatar/StageBackdrop.tsx';
import { tintClass } from '../../avatar/tint.ts';
import { ApiProblem } from '../../kit/api-problem.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { useLocale, useTypeset } from '../../kit/i18n.ts';
import { usePreferences } from '../../kit/preferences.ts';
import { quoted } from '@coachvisio/engine/typography.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { PageTitle } from '../../ui/PageTitle.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import words from '../../ui/words.module.css';
import { CriteriaTable } from './CriteriaTable.tsx';
import styles from './ScenarioSheet.module.css';
import { usePersona, useScenario } from '../../kit/use-library.ts';

/** The sheet of a scenario; what stands beside it (how to enter) is the caller's. */
export function ScenarioSheet({ beside }: { readonly beside: Beside }) {
  const { t } = useTranslation('content');
  const { slug = '' } = useParams();
  const { data: scenario, error, refetch } = useScenario(slug);
  const persona = usePersona(scenario?.persona);
  return (
    <div className={classNames(words.wrap, styles.page)}>
      <nav className={styles.crumb} aria-label={t('sheet.crumb')}>
        <Link to="/home">{t('sheet.back')}</Link>
      </nav>
      {scenario && <Sheet scenario={scenario} persona={persona} beside={beside} />}
      {!scenario && !error && <Waiting />}
      {error instanceof ApiProblem && error.status === 404 && (
        <EmptyState title={t('sheet.unknown')} action={<Link to="/home">{t('sheet.back')}</Link>}>
          {t('sheet.unknownText')}
        </EmptyState>
      )}
      {error && !(error instanceof ApiProblem && error.status === 404) && <FailureNotice error={error} onRetry={() => void refetch()} />}
    </div>
  );
}

type Beside = ComponentType<{ readonly scenario: Scenario; readonly persona: Persona | undefined }>;

type SheetProps = { readonly scenario: Scenario; readonly persona: Persona | undefined; readonly beside: Beside };

function Sheet({ scenario, persona, beside: Beside }: SheetProps) {
  const { t } = useTranslation('content');
  const set = useTypeset();
  return (
    <>
      <PageTitle title={set(scenario.title)} />
      <div className={styles.sheet}>
        <article>
          <Banner scenario={scenario} persona={persona} />
          <h1>{set(scenario.title)}</h1>
          <p className={styles.tags}>
            <Badge icon="clock">{t('minutes', { count: scenario.minutes })}</Badge>
            <Badge>{t('levelOf', { level: scenario.level })}</Badge>
            {scenario.tags.slice(0, 3).map((tag) => (
              <Badge key={tag.slug}>{set(tag.name)}</Badge>
            ))}
          </p>
          <Button asChild variant="primary" block className={styles.jump}>
            <a href="#preflight">{t('sheet.jump')}</a>
          </Button>
          <p className={styles.context}>{set(scenario.brief.context)}</p>
          {persona && <p className={styles.character}>{set(persona.character)}</p>}
          <section className={styles.part} aria-labelledby="sheet-goals">
            <h2 id="sheet-goals">{t('sheet.goals')}</h2>
            <p className={styles.goal}>{set(scenario.brief.goal)}</p>
            <ul className={styles.goals}>
              {scenario.brief.goals.map((goal) => (
                <li key={goal}>
                  <Icon name="arrow-right" />
                  {set(goal)}
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.part} aria-labelledby="sheet-knowns">
            <h2 id="sheet-knowns">{t('sheet.knowns')}</h2>
            <dl className={styles.knowns}>
              {scenario.brief.knowns.map((known) => (
                <div key={known.label}>
                  <dt>{set(known.value)}</dt>
                  <dd>{set(known.label)}</dd>
                </div>
              ))}
            </dl>
          </section>
        </article>
        <Beside key={scenario.slug} scenario={scenario} persona={persona} />
      </div>
      <CriteriaTable criteria={scenario.criteria} />
    </>
  );
}

function Banner({ scenario, persona }: { readonly scenario: Scenario; readonly persona: Persona | undefined }) {
  const { t } = useTranslation('content');
  const set = useTypeset();
  const locale = useLocale();
  const { portraitStill } = usePreferences();
  return (
    <div className={classNames(styles.banner, tintClass(scenario.persona))}>
      <StageBackdrop slug={scenario.persona} className={styles.room} />
      <LivePortrait
        slug={scenario.persona}
        expression="attentive"
        speaking={false}
        still={portraitStill}
        label={persona ? t('sheet.portrait', { name: persona.name }) : ''}
        className={styles.who}
      />
      <figure className={styles.opening}>
        {persona && <figcaption>{t('sheet.person', { name: persona.name, age: persona.age, occupation: set(persona.occupation) })}</figcaption>}
        <blockquote>{quoted(scenario.openingLine, locale)}</blockquote>
      </figure>
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.sheet} aria-busy="true">
      <div>
        <Skeleton shape="block" className={styles.waitingBanner} />
        <Skeleton shape="title" />
        <Skeleton />
        <Skeleton />
      </div>
      <Skeleton shape="block" className={styles.waitingPreflight} />
    </div>
  );
}
