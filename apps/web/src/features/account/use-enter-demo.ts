import { accountRoutes, installationRoutes } from '@coachvisio/contract/account.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { call } from '../../kit/call.ts'
import { useLocale } from '../../kit/i18n.ts'
import { forgetEverything, rememberMe } from './use-me.ts'

/** Signs a visitor in as a throw-away learner, deleted after a day. */
export function useEnterDemo() {
  const locale = useLocale()
  return useMutation({
    mutationFn: () => call(accountRoutes.demo, { body: { locale } }),
    onSuccess: (me) => {
      forgetEverything()
      rememberMe(me)
    },
  })
}

/** What this installation offers to somebody who is not signed in. */
export const useInstallation = () =>
  useQuery({ queryKey: ['installation'], queryFn: () => call(installationRoutes.read, {}), staleTime: Infinity })
