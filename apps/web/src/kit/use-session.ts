import { SessionId } from '@coachvisio/contract/id.ts';
import { sessionRoutes } from '@coachvisio/contract/session.ts';
import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { call } from './call.ts';

/** The session named in the address, or nothing when that is no session's name. */
export function useSessionId(): SessionId | undefined {
  const { id } = useParams();
  const read = SessionId.safeParse(id);
  return read.success ? read.data : undefined;
}

export const useSession = (id: SessionId) =>
  useQuery({ queryKey: ['session', id], queryFn: () => call(sessionRoutes.read, { params: { id } }), staleTime: Infinity, gcTime: 0 });
