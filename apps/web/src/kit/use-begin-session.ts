import { useCallback, useRef } from 'react';
import { type BeginSession, sessionRoutes } from '@coachvisio/contract/session.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { call } from './call.ts';
import { queryClient } from './query.ts';
import { sessionsKey } from './use-sessions.ts';

/** Begins a session and goes there. `before` runs first, for a visitor who is nobody yet. */
export function useBeginSession(before: () => Promise<void> = () => Promise.resolve()) {
  const navigate = useNavigate();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (wish: BeginSession) => {
      await before();
      return call(sessionRoutes.begin, { body: wish });
    },
    onSuccess: (session) => {
      void queryClient.invalidateQueries({ queryKey: sessionsKey });
      void navigate(`/sessions/${session.id}`);
    },
  });
  const beginning = useRef(false);
  const begin = useCallback(
    (wish: BeginSession) => {
      // A second click comes before the button shows that it is busy; it must not open a second session.
      if (beginning.current) return;
      beginning.current = true;
      mutate(wish, { onError: () => void (beginning.current = false) });
    },
    [mutate],
  );
  return { begin, busy: isPending, error };
}
