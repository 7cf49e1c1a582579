import type { Persona } from '@coachvisio/contract/persona.ts';
import type { ScenarioSummary } from '@coachvisio/contract/scenario.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Portrait } from '../../avatar/Portrait.tsx';
import { tintClass } from '../../avatar/tint.ts';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { useTypeset } from '../../kit/i18n.ts';
import { usePersonas, useScenarios } from '../../kit/use-library.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import styles from './People.module.css';

/** With whom: the five whom one meets first, and under each what is best played with them first. The others are in the library. */
export function People() {
  const personas = usePersonas();
  const scenarios = useScenarios();
  const error = personas.error ?? scenarios.error;
  if (error) {
    return (
      <FailureNotice
        error={error}
        onRetry={() => {
          void personas.refetch();
          void scenarios.refetch();
        }}
      />
    );
  }
  const cast = castOf(personas.data ?? [], scenarios.data ?? []);
  return (
    <ul className={styles.people}>
      {cast.length > 0
        ? cast.map(({ persona, played }) => <PersonCard key={persona.slug} persona={persona} played={played} />)
        : [1, 2, 3, 4, 5].map((place) => (
            <li key={place} className={styles.person}>
              <Skeleton shape="block" className={styles.waiting} />
            </li>
          ))}
    </ul>
  );
}

/** Who plays a flagship, in the order of the library: the scenario that comes first brings its persona first. */
function castOf(personas: readonly Persona[], scenarios: readonly ScenarioSummary[]) {
  const slugs = [...new Set(scenarios.filter(({ flagship }) => flagship).map((scenario) => scenario.persona))];
  return slugs.flatMap((slug) => {
    const persona = personas.find((candidate) => candidate.slug === slug);
    return persona ? [{ persona, played: scenarios.filter((scenario) => scenario.persona === slug) }] : [];
  });
}

function PersonCard({ persona, played }: { readonly persona: Persona; readonly played: readonly ScenarioSummary[] }) {
  const { t } = useTranslation('content');
  const set = useTypeset();
  const first = played.filter(({ flagship }) => flagship);
  const others = played.length - first.length;
  return (
    <li className={classNames(styles.person, tintClass(persona.slug))}>
      {/* A face invites a click. The keyboard and the ear have the tile below, which says where it leads. */}
      <Link to={`/scenarios/${played[0]?.slug ?? ''}`} tabIndex={-1} aria-hidden="true" className={styles.toFace}>
        <Portrait slug={persona.slug} expression="attentive" alt="" className={styles.face} />
      </Link>
      <h2>{persona.firstName}</h2>
      <p className={styles.headline}>{set(persona.headline)}</p>
      <ul className={styles.scenarios}>
        {first.map((scenario) => (
          <li key={scenario.slug}>
            <Link className={styles.scenario} to={`/scenarios/${scenario.slug}`}>
              <span className={styles.scenarioTitle}>{set(scenario.title)}</span>
              <span className={styles.scenarioFacts}>
                {t('minutes', { count: scenario.minutes })} · {t('level', { level: scenario.level })}
              </span>
              <Icon name="arrow-right" size="s" className={styles.arrow} />
            </Link>
          </li>
        ))}
        {others > 0 && (
          <li>
            <Link className={styles.others} to={`/library?persona=${persona.slug}`}>
              {t('home.more', { count: others, name: persona.firstName })}
            </Link>
          </li>
        )}
      </ul>
    </li>
  );
}
