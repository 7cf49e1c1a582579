import type { Persona } from '@coachvisio/contract/persona.ts';
import type { ScenarioSummary } from '@coachvisio/contract/scenario.ts';
import type { TagKind } from '@coachvisio/contract/tag.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { FailureNotice } from '../../kit/FailureNotice.tsx';
import { usePersonas, useScenarios } from '../../kit/use-library.ts';
import { Button } from '../../ui/Button.tsx';
import { CardGrid, WaitingCards } from '../../ui/CardGrid.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Field } from '../../ui/Field.tsx';
import { Page } from '../../ui/Page.tsx';
import { Select } from '../../ui/Select.tsx';
import { findScenarios, nothingWanted, type Wanted } from './find-scenarios.ts';
import styles from './LibraryPage.module.css';
import { ScenarioCard } from './ScenarioCard.tsx';

/** Everything that can be played. What is looked for stands in the address: a choice can be shared, and Back undoes it. */
export function LibraryPage() {
  const { t } = useTranslation('content');
  const personas = usePersonas();
  const scenarios = useScenarios();
  const [query, setQuery] = useSearchParams();
  const wanted = wantedBy(query);
  const all = scenarios.data ?? [];
  const found = findScenarios(all, personas.data ?? [], wanted);
  const narrowed = query.size > 0;
  // On a phone six choices would hide what there is to choose from: they open on demand, or when one of them is made.
  const [open, setOpen] = useState(() => query.size > (query.has('words') ? 1 : 0));
  const want = (change: Partial<Wanted>) => setQuery(queryOf({ ...wanted, ...change }), { replace: 'words' in change, preventScrollReset: true });
  const error = scenarios.error ?? personas.error;
  return (
    <Page tab={t('library.tab')} title={t('library.title')} lede={t('library.lede')}>
      <search>
        <form className={styles.filters} onSubmit={(event) => event.preventDefault()}>
          <div className={styles.words}>
            <Field
              label={t('library.words')}
              type="search"
              autoComplete="off"
              placeholder={t('library.wordsExample')}
              value={wanted.words}
              onChange={(event) => want({ words: event.target.value })}
            />
          </div>
          <Button className={styles.more} icon="filter" aria-expanded={open} aria-controls="library-filters" onClick={() => setOpen(!open)}>
            {t('library.filters')}
          </Button>
          <div id="library-filters" className={styles.choices} data-open={open}>
            {kinds.map((kind) => (
              <Select
                key={kind}
                label={t(`library.${kind}`)}
                value={wanted[kind]}
                onChange={(event) => want({ [kind]: event.target.value })}
                options={[{ value: '', label: t('library.all') }, ...tagsOf(all, kind)]}
              />
            ))}
            <Select
              label={t('library.persona')}
              value={wanted.persona}
              onChange={(event) => want({ persona: event.target.value })}
              options={[{ value: '', label: t('library.all') }, ...castOf(all, personas.data ?? [])]}
            />
            <Select
              label={t('library.level')}
              value={wanted.level}
              onChange={(event) => want({ level: event.target.value })}
              options={[
                { value: '', label: t('library.all') },
                { value: '1', label: t('library.level1') },
                { value: '2', label: t('library.level2') },
                { value: '3', label: t('library.level3') },
              ]}
            />
          </div>
        </form>
      </search>
      {error && (
        <FailureNotice
          error={error}
          onRetry={() => {
            void scenarios.refetch();
            void personas.refetch();
          }}
        />
      )}
      {!error && (
        <>
          <div className={styles.count}>
            <output>{scenarios.isPending ? '' : t('library.found', { count: found.length })}</output>
            {narrowed && (
              <Button variant="text" size="s" onClick={() => want(nothingWanted)}>
                {t('library.clear')}
              </Button>
            )}
          </div>
          {scenarios.isPending ? (
            <WaitingCards count={6} className={styles.found} cardClassName={styles.waiting} />
          ) : found.length > 0 ? (
            <CardGrid className={styles.found}>
              {found.map((scenario) => (
                <ScenarioCard key={scenario.slug} scenario={scenario} persona={personas.data?.find(({ slug }) => slug === scenario.persona)} />
              ))}
            </CardGrid>
          ) : (
            <EmptyState title={t('library.none')}>{t('library.noneText')}</EmptyState>
          )}
        </>
      )}
    </Page>
  );
}

/** In the order in which people look: what happens, to whom, where, for whom. */
const kinds = ['situation', 'profession', 'sector', 'segment'] as const;
const keys = ['words', 'situation', 'profession', 'sector', 'segment', 'persona', 'level'] as const;

function wantedBy(query: URLSearchParams): Wanted {
  const read = (key: (typeof keys)[number]) => query.get(key) ?? '';
  return {
    words: read('words'),
    situation: read('situation'),
    profession: read('profession'),
    sector: read('sector'),
    segment: read('segment'),
    persona: read('persona'),
    level: read('level'),
  };
}

const queryOf = (wanted: Wanted) => new URLSearchParams(keys.filter((key) => wanted[key] !== '').map((key) => [key, wanted[key]]));

/** Only what some scenario bears, so that no choice is empty by itself. */
function tagsOf(scenarios: readonly ScenarioSummary[], kind: TagKind) {
  const names = new Map(scenarios.flatMap(({ tags }) => tags.filter((tag) => tag.kind === kind).map(({ slug, name }) => [slug, name] as const)));
  return [...names].map(([value, label]) => ({ value, label })).toSorted((a, b) => a.label.localeCompare(b.label));
}

function castOf(scenarios: readonly ScenarioSummary[], personas: readonly Persona[]) {
  return personas.filter(({ slug }) => scenarios.some(({ persona }) => persona === slug)).map(({ slug, name }) => ({ value: slug, label: name }));
}
