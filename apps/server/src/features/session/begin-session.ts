import { randomInt } from 'node:crypto';
import type { BeginSession, Session } from '@coachvisio/contract/session.ts';
import { readySession } from '@coachvisio/engine/turn/step.ts';
import { engineVersion } from '@coachvisio/engine/version.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { publish } from '../../platform/events.ts';
import { newId } from '../../platform/id.ts';
import { ProblemError } from '../../platform/problem-error.ts';
import { library } from '../content/index.ts';
import { presentSession } from './session.present.ts';
import { insertSession } from './session.store.ts';

/** Prepares a session. The conversation begins, and its clock starts, when the live socket opens. */
export async function beginSession(ctx: Ctx, input: BeginSession): Promise<Session> {
  const scenario = library().scenarios.get(input.scenario);
  const persona = scenario && library().personas.get(scenario.persona);
  if (!scenario || !persona) throw new ProblemError('scenario.not_found', `There is no scenario ${input.scenario}; GET /v1/scenarios lists them.`);
  const minutes = input.durationMinutes === undefined ? scenario.minutes : input.durationMinutes;
  const durationMs = minutes === null ? null : minutes * 60_000;
  const seed = input.seed ?? randomInt(2 ** 31 - 1);
  const scene = { scenario, persona, locale: input.locale, seed };
  return ctx.tx(async (tx) => {
    const row = await insertSession(tx, {
      orgId: ctx.org,
      id: newId('ses'),
      memberId: ctx.actor.member,
      scenario: scenario.slug,
      scenarioVersion: scenario.version,
      persona: persona.slug,
      locale: input.locale,
      seed,
      engineVersion,
      status: 'ready',
      durationMs,
      snapshot: readySession(scene, durationMs),
    });
    await publish(tx, 'session.begun', { session: row.id, scenario: scenario.slug });
    return presentSession(row);
  });
}
