import { progressRoutes } from '@coachvisio/contract/progress.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from '../../kit/call.ts';
import { useLocale } from '../../kit/i18n.ts';
import { sessionsKey } from '../../kit/use-sessions.ts';

/** Beside the sessions: what makes those stale makes these stale too. */
export function usePlan() {
  const locale = useLocale();
  return useQuery({ queryKey: [...sessionsKey, 'plan', locale], queryFn: () => call(progressRoutes.plan, { query: { locale } }), staleTime: 0 });
}

export function useProgress() {
  const locale = useLocale();
  return useQuery({ queryKey: [...sessionsKey, 'progress', locale], queryFn: () => call(progressRoutes.read, { query: { locale } }), staleTime: 0 });
}
