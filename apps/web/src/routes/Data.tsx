import '../avatar/extended-cast.ts';
import { QueryClientProvider } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { queryClient } from '../kit/query.ts';

/** What reads from the server. The landing page stands outside: it does not carry the weight. */
export function Data() {
  return (
    <QueryClientProvider client={queryClient}>
      <Outlet />
    </QueryClientProvider>
  );
}
