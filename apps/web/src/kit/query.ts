import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

/** A refusal does not change by asking again; a network that comes back does. */
const worthRetrying = (failures: number, error: unknown) =>
  failures < 2 && error instanceof ApiProblem && (error.code === 'network.unreachable' || error.code === 'server.unavailable');

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, refetchOnWindowFocus: false, retry: worthRetrying },
    mutations: { retry: false },
  },
});
