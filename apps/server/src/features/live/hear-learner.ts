import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Hear } from '@coachvisio/engine/ports.ts';
import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import type { HearingEffect, HearingSetting } from '@coachvisio/engine/turn/hearing.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/id.ts';
import type { Logger } from '../../platform/log.ts';
import type { Play } from '../session/index.ts';
import { LearnerEar } from './learner-ear.ts';
import type { CutAt, PersonaMouth } from './persona-mouth.ts';
import type { HeardSound } from './turn-sound.ts';

type Said = Extract<SessionEvent, { type: 'learner.said' }>;

export interface HearLearnerParts {
  readonly play: Play;
  readonly hear: Hear;
  readonly mouth: PersonaMouth;
  readonly clock: Clock;
  readonly log: Logger;
  readonly send: (frame: LiveServerFrame) => void;
  /** `sound` copies what was heard of it: for whoever was allowed to keep it. */
  readonly onSaid: (said: Said, sound: () => HeardSound) => void;
  readonly onInterrupted: (cut: CutAt) => void;
}

/** An ear for this conversation: what it decides goes to the persona's mouth, to the client, and to the turn machine. */
export function hearLearner({ play, hear, mouth, clock, log, send, onSaid, onInterrupted }: HearLearnerParts): LearnerEar {
  const saying = (text: string): Said => ({ type: 'learner.said', clientTurnId: newId('utt'), text, spoken: '', at: clock.now() });
  const carryOut = (effect: Exclude<HearingEffect, { do: 'recognise' }>): void => {
    switch (effect.do) {
      case 'prepare':
        return mouth.prepare(saying(effect.text));
      case 'forget':
        return mouth.forget();
      case 'say':
        return onSaid(
          { ...saying(effect.text), sound: { durationMs: effect.durationMs, verbatim: hear.verbatim, words: effect.words && [...effect.words] } },
          () => ear.heardUntil(effect.durationMs),
        );
      case 'interrupt':
        return onInterrupted(effect);
      case 'go_on':
        return send({ type: 'go_on', seq: effect.seq });
      case 'tell':
        return send({ type: 'understood', number: effect.number, text: effect.text, settled: effect.settled });
      case 'notice':
        return send({ type: 'notice', code: effect.code });
    }
  };
  const ear = new LearnerEar({
    hear,
    setting: () => settingOf(play),
    now: () => clock.now(),
    onEffect: carryOut,
    onTrouble: (error) => log.warn({ session: play.id, provider: hear.name, err: error }, 'a recogniser did not answer'),
  });
  return ear;
}

/** How long to wait for more depends on what the conversation is at: whoever tells a story pauses between its parts. */
function settingOf({ scene, snapshot }: Play): HearingSetting {
  const question = scene.scenario.questionPlan[snapshot.persona.plan.index];
  return { locale: scene.locale, patience: scene.scenario.silencePlan.turnPatience, inStory: (question?.expects.length ?? 0) > 1 };
}
