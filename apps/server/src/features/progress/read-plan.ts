import type { Locale } from '@coachvisio/contract/locale.ts';
import type { Plan, PlanStep } from '@coachvisio/contract/progress.ts';
import { followPlan } from '@coachvisio/engine/progress/follow-plan.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { library } from '../content/index.ts';
import { listOwnLevels } from '../report/index.ts';

/** The plan that everybody has until a coach gives them another one. */
const usual = 'nine-sessions';

/** One's own plan: what is done, by which session, and what comes next. */
export async function readPlan(ctx: Ctx, locale: Locale): Promise<Plan> {
  const played = await ctx.tx((tx) => listOwnLevels(tx, ctx.actor.member));
  const { plans, scenarios, personas, competencies } = library();
  const plan = plans.get(usual);
  if (!plan) throw new Error(`the library holds no plan ${usual}`);
  const reached = followPlan(plan, played);
  return {
    name: plan.name[locale],
    stages: plan.stages.map(({ name }, index) => ({
      name: name[locale],
      steps: reached
        .filter(({ stage }) => stage === index)
        .flatMap(({ number, step, status, session }): PlanStep[] => {
          const scenario = scenarios.get(step.scenario);
          const persona = scenario && personas.get(scenario.persona);
          const focus = competencies.get(step.focus);
          if (!scenario || !persona || !focus) return [];
          return [
            {
              number,
              scenario: scenario.slug,
              title: scenario.title[locale],
              persona: persona.slug,
              personaName: persona.name,
              minutes: scenario.minutes,
              focus: focus.short[locale],
              aim: step.aim[locale],
              status,
              session,
            },
          ];
        }),
    })),
  };
}
