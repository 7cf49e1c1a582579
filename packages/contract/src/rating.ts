import { z } from 'zod';
import { ReportId, SessionId, Slug } from './id.ts';
import { Provenance } from './report.ts';
import { route } from './route.ts';

/** What a model rater answers about one criterion. Evidence stands before the level, so that it is looked for first. */
export const RaterAnswer = z.object({
  quotes: z.array(z.object({ turn: z.int(), text: z.string() })).max(3),
  reason: z.string(),
  level: z.literal([1, 2, 3, 4, 5]).nullable(),
});
export type RaterAnswer = z.infer<typeof RaterAnswer>;

/** What stands in place of an answer when the provider declines to give one. */
export const RaterRefusal = z.object({ refusal: z.string() });
export type RaterRefusal = z.infer<typeof RaterRefusal>;

/** Why an answer does not count. The last two: there was none. */
export const RaterProblem = z.enum(['malformed', 'refused', 'no_quote', 'abstained', 'timeout', 'unreachable']);
export type RaterProblem = z.infer<typeof RaterProblem>;

/** Who rated: the rules alone, the rules and a panel of models, or a person who corrects them. */
export const RatingKind = z.enum(['rules', 'panel', 'override']);
export type RatingKind = z.infer<typeof RatingKind>;

/** One of the ratings of a session: none replaces another. */
export const SessionRating = z.object({
  id: ReportId,
  createdAt: z.iso.datetime(),
  kind: RatingKind,
  rater: z.string(),
  overall: z.number().nullable(),
  criteria: z.array(z.object({ competency: Slug, level: z.int().min(1).max(5).nullable(), spread: z.int().nullable() })),
  provenance: Provenance,
});
export type SessionRating = z.infer<typeof SessionRating>;

const params = z.object({ id: SessionId });
const none = z.object({});

export const ratingRoutes = {
  list: route({
    id: 'listRatings',
    method: 'GET',
    path: '/v1/sessions/:id/ratings',
    tag: 'Reports',
    summary: 'List every rating of a session, newest first',
    can: 'report.read',
    description: 'The debrief shows the first one. Older ones stay as they were given.',
    params,
    query: none,
    body: none,
    status: 200,
    answer: z.object({ ratings: z.array(SessionRating) }),
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found'],
  }),
  ask: route({
    id: 'askRating',
    method: 'POST',
    path: '/v1/sessions/:id/ratings',
    tag: 'Reports',
    summary: 'Have a session rated again by today’s raters',
    can: 'report.read',
    description: 'Adds a rating beside the old ones when the raters have changed since; otherwise nothing is added.',
    params,
    query: none,
    body: none,
    status: 202,
    answer: none,
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'session.not_found', 'report.pending', 'report.not_found'],
  }),
} as const;
