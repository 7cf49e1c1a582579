import type { SessionId } from '@coachvisio/contract/id.ts';
import type { PlanContent, PlanStep } from '@coachvisio/contract/progress.ts';

/** A session with a debrief. */
export interface Played {
  readonly session: SessionId;
  readonly scenario: string;
}

export interface StepReached {
  readonly stage: number;
  readonly number: number;
  readonly step: PlanContent['stages'][number]['steps'][number];
  readonly status: PlanStep['status'];
  readonly session: SessionId | null;
}

/**
 * Where somebody stands in a plan, by the sessions they played, oldest first, in whatever order they played them: a step is done by the
 * latest session of its scenario; a scenario that comes twice needs two. The first step that is not done is next.
 */
export function followPlan(plan: PlanContent, played: readonly Played[]): StepReached[] {
  const left = [...played];
  let number = 0;
  let nextFound = false;
  return plan.stages.flatMap(({ steps }, stage) =>
    steps.map((step): StepReached => {
      number += 1;
      const again = plan.stages.flatMap((other) => other.steps).filter(({ scenario }) => scenario === step.scenario).length > 1;
      const place = again ? left.findIndex(({ scenario }) => scenario === step.scenario) : left.findLastIndex(({ scenario }) => scenario === step.scenario);
      const session = place === -1 ? null : (left.splice(place, 1)[0]?.session ?? null);
      if (session) return { stage, number, step, status: 'done', session };
      const status = nextFound ? 'open' : 'next';
      nextFound = true;
      return { stage, number, step, status, session: null };
    }),
  );
}
