import { mostEmail, PersonName } from '@coachvisio/contract/account.ts';
import { z } from 'zod';
import { type Faults, ProblemError } from '../problem-error.ts';
import type { Limits } from './limits.ts';

/** A place on this site: a slash, and not a second one nor a backslash, which browsers read as another site. */
const Place = z.string().regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u, { error: 'must be a path on this site' });

/** The account library bounds neither names nor addresses, and takes any address of a host that a client claims to have called. */
const Asked = z.object({
  name: z.union([z.literal(''), PersonName]).optional(),
  email: z.string().max(mostEmail).optional(),
  callbackURL: Place.optional(),
  errorCallbackURL: Place.optional(),
  newUserCallbackURL: Place.optional(),
  redirectTo: Place.optional(),
});

/** Everything that may be asked of it is flat; what is nested is no request of ours. */
const Body = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullish();
type Body = NonNullable<z.output<typeof Body>>;

/** Checks a request to the account library before the library sees it; gives its body. Throws `request.invalid` or `rate.limited`. */
export function checkAtTheDoor(pathname: string, query: unknown, sent: unknown, limits: Limits): Body {
  const parsed = Body.safeParse(sent);
  if (!parsed.success) throw new ProblemError('request.invalid', 'The body is an object of texts, numbers and booleans.');
  const body = parsed.data ?? {};
  const faults = [...faultsIn('body', body), ...faultsIn('query', query)];
  if (faults.length > 0) throw new ProblemError('request.invalid', undefined, faults);
  const { email } = body;
  // Whatever names a mailbox may mail it, but for signing in with a password.
  if (typeof email === 'string') limits.countMailbox(email, pathname.endsWith('/sign-in/email') ? 'password' : 'mail');
  return body;
}

const faultsIn = (part: string, value: unknown): Faults =>
  (Asked.safeParse(value).error?.issues ?? []).map((issue) => ({ path: [part, ...issue.path.map(String)].join('.'), message: issue.message }));
