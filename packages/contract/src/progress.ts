import { z } from 'zod';
import { SessionId, Slug } from './id.ts';
import { Locale, LocalText } from './locale.ts';
import { route } from './route.ts';

/** A path through the library, as stored in `content/plans/<slug>.json`. */
export const PlanContent = z.strictObject({
  slug: Slug,
  version: z.int().min(1),
  name: LocalText,
  stages: z
    .array(
      z.strictObject({
        name: LocalText,
        steps: z
          .array(
            z.strictObject({
              scenario: Slug,
              /** The competency to watch this time: one of the scenario's criteria. */
              focus: Slug,
              /** What to try, in one line. */
              aim: LocalText,
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});
export type PlanContent = z.infer<typeof PlanContent>;

export const PlanStep = z.object({
  number: z.int().min(1),
  scenario: Slug,
  title: z.string(),
  persona: Slug,
  personaName: z.string(),
  minutes: z.int(),
  focus: z.string(),
  aim: z.string(),
  status: z.enum(['done', 'next', 'open']),
  /** The session that did it, with its debrief. */
  session: SessionId.nullable(),
});
export type PlanStep = z.infer<typeof PlanStep>;

export const Plan = z.object({ name: z.string(), stages: z.array(z.object({ name: z.string(), steps: z.array(PlanStep) })) });
export type Plan = z.infer<typeof Plan>;

/** Observations of a criterion below this many are dots, not a direction. */
export const observationsNeeded = 3;

export const CriterionProgress = z.object({
  competency: Slug,
  name: z.string(),
  short: z.string(),
  /** Oldest first: the level that a session gave, where it gave one. */
  observations: z.array(z.object({ session: SessionId, at: z.iso.datetime(), level: z.int().min(1).max(5) })),
  /** Null with fewer observations than needed. */
  trend: z.enum(['up', 'steady', 'down']).nullable(),
});
export type CriterionProgress = z.infer<typeof CriterionProgress>;

export const Progress = z.object({
  /** Sessions with a debrief that gives levels; those that take another one up are left out. */
  sessions: z.int(),
  criteria: z.array(CriterionProgress),
});
export type Progress = z.infer<typeof Progress>;

const none = z.object({});
const inLocale = z.object({ locale: Locale.default('fr') });

export const progressRoutes = {
  read: route({
    id: 'readProgress',
    method: 'GET',
    path: '/v1/progress',
    tag: 'Progress',
    summary: 'Read how one’s own levels went from session to session',
    can: 'report.read',
    params: none,
    query: inLocale,
    body: none,
    status: 200,
    answer: Progress,
    problems: ['request.invalid', 'auth.required', 'permission.denied'],
  }),
  plan: route({
    id: 'readPlan',
    method: 'GET',
    path: '/v1/plan',
    tag: 'Progress',
    summary: 'Read one’s own plan of sessions, and which of them is next',
    can: 'report.read',
    params: none,
    query: inLocale,
    body: none,
    status: 200,
    answer: Plan,
    problems: ['request.invalid', 'auth.required', 'permission.denied'],
  }),
} as const;
