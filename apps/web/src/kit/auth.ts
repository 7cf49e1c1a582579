import { z } from 'zod';

/** Why signing in or up did not work, as the screens name it. */
export type AuthFailure =
  | 'credentials'
  | 'email_taken'
  | 'email_invalid'
  | 'password_short'
  | 'password_common'
  | 'unverified'
  | 'rate'
  | 'network'
  | 'unknown';

class AuthProblem extends Error {
  readonly failure: AuthFailure;

  constructor(failure: AuthFailure) {
    super(failure);
    this.name = 'AuthProblem';
    this.failure = failure;
  }
}

const Refusal = z.object({ code: z.string() });

const failures: Readonly<Record<string, AuthFailure>> = {
  INVALID_EMAIL_OR_PASSWORD: 'credentials',
  INVALID_PASSWORD: 'credentials',
  USER_NOT_FOUND: 'credentials',
  USER_ALREADY_EXISTS: 'email_taken',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'email_taken',
  INVALID_EMAIL: 'email_invalid',
  PASSWORD_TOO_SHORT: 'password_short',
  PASSWORD_COMMON: 'password_common',
  EMAIL_NOT_VERIFIED: 'unverified',
};

/** These four are the sign-in library's own endpoints, outside the contract; everything else goes through `call`. */
async function post(path: string, body: Readonly<Record<string, string>>): Promise<void> {
  const response = await fetch(`/v1/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new AuthProblem('network');
  });
  if (response.ok) return;
  if (response.status === 429) throw new AuthProblem('rate');
  const said: unknown = await response.json().catch(() => undefined);
  const refusal = Refusal.safeParse(said);
  throw new AuthProblem((refusal.success && failures[refusal.data.code]) || 'unknown');
}

/** A mail asks to confirm the address; `to` is where its link leads, on this site. */
export const signUp = (name: string, email: string, password: string, to: string) => post('sign-up/email', { name, email, password, callbackURL: to });

/** Fails with `unverified`, and sends the mail once more, while the address is not confirmed. */
export const signIn = (email: string, password: string, to: string) => post('sign-in/email', { email, password, callbackURL: to });

/** `to` is where the link in the mail leads, on this site. */
export const sendMagicLink = (email: string, to: string) => post('sign-in/magic-link', { email, callbackURL: to, errorCallbackURL: '/sign-in' });

export const signOut = () => post('sign-out', {});

export function authFailureOf(error: unknown): AuthFailure {
  return error instanceof AuthProblem ? error.failure : 'unknown';
}
