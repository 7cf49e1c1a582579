import { content } from './features/content/index.ts';
import { identity } from './features/identity/index.ts';
import { live, type Voice } from './features/live/index.ts';
import { createFindMember, organisation } from './features/organisation/index.ts';
import { type Panel, report } from './features/report/index.ts';
import { progress } from './features/progress/index.ts';
import { session } from './features/session/index.ts';
import { createWho, type Who } from './platform/auth/who.ts';
import type { Feature } from './platform/feature.ts';
import type { ModelConfig, RaterConfig } from './platform/config.ts';
import type { Platform } from './platform/platform.ts';
import { openAiCompatibleJudge } from './providers/openai-compatible/judge.ts';
import { openAiCompatibleThink } from './providers/openai-compatible/think.ts';

export interface Wiring {
  readonly features: readonly Feature[];
  readonly who: Who;
}

/** The features in the order of their tiers, low to high, and the choice of providers: the only file that knows both. */
export function wire(platform: Platform): Wiring {
  return {
    who: createWho(platform.accounts, createFindMember(platform.db)),
    features: [organisation, identity(platform), content, session, live(voiceOf(platform.config.model), { voices: [], hear: null }), report(panelOf(platform.config.rater)), progress],
  };
}

/** Three spoken sentences take about fifteen seconds to say. */
const wholeReplyMs = 20_000;

/** A model words the persona where one is configured; the bank does everywhere else, and whenever the model does not hold. */
const voiceOf = (model: ModelConfig | null): Voice | null =>
  model && { think: openAiCompatibleThink({ url: model.url, key: model.key, model: model.name }), firstWordMs: model.timeoutMs, wholeMs: wholeReplyMs };

/** A panel of models rates beside the rules where one is configured; the rules alone do everywhere else. */
const panelOf = (rater: RaterConfig | null): Panel | null =>
  rater && { judge: openAiCompatibleJudge({ url: rater.url, key: rater.key, model: rater.name }), count: rater.count, timeoutMs: rater.timeoutMs };
