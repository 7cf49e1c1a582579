import { type Me, accountRoutes } from '@coachvisio/contract/account.ts'
import { useQuery } from '@tanstack/react-query'
import { hasSession } from '../../kit/auth.ts'
import { ApiProblem, call } from '../../kit/call.ts'
import { queryClient } from '../../kit/query.ts'

export const meKey = ['me'] as const

async function readMe(): Promise<Me | null> {
  if (!(await hasSession())) return null
  try {
    return await call(accountRoutes.me, {})
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null
    throw error
  }
}

/** Who is signed in; `null` for a visitor. */
export const useMe = () => useQuery({ queryKey: meKey, queryFn: readMe, staleTime: 5 * 60_000 })

/** Somebody else may sit here now: nothing that was read for the one before is kept. */
export function forgetEverything(): void {
  queryClient.clear()
}

export async function welcome(): Promise<Me | null> {
  queryClient.clear()
  return queryClient.fetchQuery({ queryKey: meKey, queryFn: readMe })
}

export function rememberMe(me: Me): void {
  queryClient.setQueryData(meKey, me)
}
