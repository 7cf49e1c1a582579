import { installationRoutes } from '@coachvisio/contract/account.ts';
import { useQuery } from '@tanstack/react-query';
import { call } from './call.ts';

/** What this installation offers to somebody who is not signed in. */
export const useInstallation = () => useQuery({ queryKey: ['installation'], queryFn: () => call(installationRoutes.read, {}), staleTime: Infinity });
