import type { SessionId } from '@coachvisio/contract/id.ts';
import { type Report, reportRoutes } from '@coachvisio/contract/report.ts';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '../../kit/api-problem.ts';
import { call } from '../../kit/call.ts';

const askAgainMs = 900;
/** Models take a minute; the levels by rules are there to be read meanwhile. */
const panelMs = 5_000;

/** The debrief, or `null` while it is being written: then it is asked for again by itself. */
export const useReport = (id: SessionId) =>
  useQuery({
    queryKey: ['report', id],
    queryFn: async (): Promise<Report | null> => {
      try {
        return await call(reportRoutes.read, { params: { id } });
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'report.pending') return null;
        throw error;
      }
    },
    refetchInterval: (query) => (query.state.data === null ? askAgainMs : query.state.data?.panelAwaited ? panelMs : false),
    staleTime: (query) => (query.state.data && !query.state.data.panelAwaited ? Infinity : 0),
  });
