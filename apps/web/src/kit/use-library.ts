import { contentRoutes } from '@coachvisio/contract/content.ts';
import type { Persona } from '@coachvisio/contract/persona.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';
import { useLocale } from './i18n.ts';

/** The library changes with a release, not while somebody reads it. */
const staleTime = 30 * 60_000;

export function usePersonas() {
  const locale = useLocale();
  return useQuery({
    queryKey: ['personas', locale],
    queryFn: async () => (await call(contentRoutes.listPersonas, { query: { locale } })).personas,
    staleTime,
  });
}

export function useScenarios() {
  const locale = useLocale();
  return useQuery({
    queryKey: ['scenarios', locale],
    queryFn: async () => (await call(contentRoutes.listScenarios, { query: { locale } })).scenarios,
    staleTime,
  });
}

/** In the language of the screen, or in the one a session is played in. */
export function useScenario(slug: string, played?: 'fr' | 'en') {
  const spoken = useLocale();
  const locale = played ?? spoken;
  return useQuery({
    queryKey: ['scenario', slug, locale],
    queryFn: () => call(contentRoutes.readScenario, { params: { slug }, query: { locale } }),
    staleTime,
    enabled: slug !== '',
  });
}

export function usePersona(slug: string | undefined): Persona | undefined {
  const { data } = usePersonas();
  return data?.find((persona) => persona.slug === slug);
}
