import { type Session, sessionRoutes } from '@coachvisio/contract/session.ts';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { call } from './call.ts';
import { queryClient } from './query.ts';

export const sessionsKey = ['sessions'] as const;

export const isOpen = (session: Session): boolean => session.status !== 'ended';

/** One's own sessions, newest first, a page at a time. */
export function useSessions(limit: number) {
  return useInfiniteQuery({
    queryKey: [...sessionsKey, limit],
    queryFn: ({ pageParam }) => call(sessionRoutes.list, { query: { limit, ...(pageParam ? { before: pageParam } : {}) } }),
    initialPageParam: null as Session['id'] | null,
    getNextPageParam: (page) => page.next,
    // A session that just ended must not be offered to resume.
    staleTime: 0,
  });
}

export function useDeleteSession(id: Session['id'], onDone: () => void) {
  return useMutation({
    mutationFn: () => call(sessionRoutes.remove, { params: { id } }),
    onSuccess: () => {
      onDone();
      void queryClient.invalidateQueries({ queryKey: sessionsKey });
      queryClient.removeQueries({ queryKey: ['report', id] });
      queryClient.removeQueries({ queryKey: ['session', id] });
    },
  });
}
