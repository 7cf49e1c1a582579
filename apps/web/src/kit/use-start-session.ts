import { useCallback, useRef } from 'react';
import type { Session } from '@coachvisio/contract/session.ts';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { queryClient } from './query.ts';
import { sessionsKey } from './use-sessions.ts';

/** Starts a session and goes there: `start` asks the server for it, from what was wished. */
export function useStartSession<Wish>(start: (wish: Wish) => Promise<Session>) {
  const navigate = useNavigate();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: start,
    onSuccess: (session) => {
      void queryClient.invalidateQueries({ queryKey: sessionsKey });
      void navigate(`/sessions/${session.id}`);
    },
  });
  const starting = useRef(false);
  const go = useCallback(
    (wish: Wish) => {
      // A second click comes before the button shows that it is busy; it must not open a second session.
      if (starting.current) return;
      starting.current = true;
      mutate(wish, { onError: () => void (starting.current = false) });
    },
    [mutate],
  );
  return { start: go, busy: isPending, error, wish: variables };
}
