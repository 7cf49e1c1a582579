import { type Me, accountRoutes } from '@coachvisio/contract/account.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';
import { call } from './call.ts';
import { hasSession } from './has-session.ts';
import { speak } from './i18n.ts';
import { queryClient } from './query.ts';

const meKey = ['me'] as const;

async function readMe(): Promise<Me | null> {
  if ((await hasSession()) === false) return null;
  try {
    return await call(accountRoutes.me, {});
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return null;
    throw error;
  }
}

/** Who is signed in; `null` for a visitor. */
export const useMe = () => useQuery({ queryKey: meKey, queryFn: readMe, staleTime: 5 * 60_000 });

export function rememberMe(me: Me): void {
  queryClient.setQueryData(meKey, me);
}

/** Somebody else may sit here now: nothing that was read for the one before is kept. */
export function forgetEverything(): void {
  queryClient.clear();
}

/** After a sign-in: forgets the visitor and reads the member. */
export function readMeAgain(): Promise<Me | null> {
  queryClient.clear();
  return queryClient.fetchQuery({ queryKey: meKey, queryFn: readMe });
}

/** Signs a visitor in as a throw-away learner, deleted after a day. */
export async function enterDemo(locale: Locale): Promise<void> {
  const me = await call(accountRoutes.demo, { body: { locale } });
  queryClient.clear();
  rememberMe(me);
}

/** Changes the language of the screen at once, and of the account when there is one. */
export function useChooseLocale(): (locale: Locale) => void {
  const { data: me } = useMe();
  return (locale) => {
    void speak(locale);
    if (!me) return;
    rememberMe({ ...me, locale });
    void call(accountRoutes.change, { body: { locale } }).then(rememberMe, () => undefined);
  };
}
