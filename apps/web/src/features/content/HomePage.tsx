import type { Persona } from '@coachvisio/contract/persona.ts'
import type { ScenarioSummary } from '@coachvisio/contract/scenario.ts'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Portrait } from '../../avatar/Portrait.tsx'
import { tintClass } from '../../avatar/tint.ts'
import { FailureNotice } from '../../kit/FailureNotice.tsx'
import { useTypeset } from '../../kit/i18n.ts'
import { Button } from '../../ui/Button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/Icon.tsx'
import { PageTitle } from '../../ui/PageTitle.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import words from '../../ui/words.module.css'
import { useMe } from '../account/use-me.ts'
import { SessionRow } from '../session/SessionRow.tsx'
import { isOpen, useSessions } from '../session/use-sessions.ts'
import styles from './HomePage.module.css'
import { usePersonas, useScenarios } from './use-library.ts'

/** First with whom, then what is left open, then what was learnt. */
export function HomePage() {
  const { t } = useTranslation('content')
  const { data: me } = useMe()
  const firstName = me && !me.demo ? me.name.split(' ')[0] : undefined
  return (
    <div className={classNames(words.wrap, styles.page)}>
      <PageTitle title={t('home.tab')} />
      <p className={styles.hello}>{firstName ? t('home.hello', { name: firstName }) : t('home.helloDemo')}</p>
      <h1>{t('home.title')}</h1>
      <People />
      <Sessions />
    </div>
  )
}

function People() {
  const personas = usePersonas()
  const scenarios = useScenarios()
  const error = personas.error ?? scenarios.error
  if (error) {
    return (
      <FailureNotice
        error={error}
        onRetry={() => {
          void personas.refetch()
          void scenarios.refetch()
        }}
      />
    )
  }
  const cast = castOf(personas.data ?? [], scenarios.data ?? [])
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
  )
}

/** In the order of the library: the scenario that comes first brings its persona first. */
function castOf(personas: readonly Persona[], scenarios: readonly ScenarioSummary[]) {
  const slugs = [...new Set(scenarios.map((scenario) => scenario.persona))]
  return slugs.flatMap((slug) => {
    const persona = personas.find((candidate) => candidate.slug === slug)
    return persona ? [{ persona, played: scenarios.filter((scenario) => scenario.persona === slug) }] : []
  })
}

function PersonCard({ persona, played }: { readonly persona: Persona; readonly played: readonly ScenarioSummary[] }) {
  const { t } = useTranslation('content')
  const set = useTypeset()
  return (
    <li className={classNames(styles.person, tintClass(persona.slug))}>
      <Portrait slug={persona.slug} expression="attentive" alt="" className={styles.face} />
      <h2>{persona.firstName}</h2>
      <p className={styles.headline}>{set(persona.headline)}</p>
      <ul className={styles.scenarios}>
        {played.map((scenario) => (
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
      </ul>
    </li>
  )
}

function Sessions() {
  const { t } = useTranslation('content')
  const sessions = useSessions(5)
  const all = sessions.data?.pages.flatMap((page) => page.sessions) ?? []
  const open = all.filter(isOpen)
  const ended = all.filter((session) => !isOpen(session)).slice(0, 3)
  if (sessions.isPending || sessions.error) return null
  return (
    <>
      {open.length > 0 && (
        <section className={styles.block} aria-labelledby="home-open">
          <h2 id="home-open">{t('home.open')}</h2>
          <ul className={styles.rows}>
            {open.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.block} aria-labelledby="home-debriefs">
        <header>
          <h2 id="home-debriefs">{t('home.debriefs')}</h2>
          {all.length > 0 && (
            <Link className={words.cite} to="/sessions">
              {t('home.allSessions')}
            </Link>
          )}
        </header>
        {ended.length > 0 ? (
          <ul className={styles.rows}>
            {ended.map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
        ) : (
          <div className={styles.teach}>
            <p>{t('home.noDebrief')}</p>
            <Button asChild size="s" icon="info">
              <Link to="/help">{t('home.how')}</Link>
            </Button>
          </div>
        )}
      </section>
    </>
  )
}
