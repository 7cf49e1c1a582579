import type { TurnSound } from '@coachvisio/contract/conversation.ts';
import type { LiveServerFrame } from '@coachvisio/contract/live-protocol.ts';
import type { Hear } from '@coachvisio/engine/ports.ts';
import { elapsedAt } from '@coachvisio/engine/turn/clock.ts';
import { listensFor } from '@coachvisio/engine/turn/cut-in.ts';
import type { SessionEvent } from '@coachvisio/engine/turn/events.ts';
import type { HearingSetting } from '@coachvisio/engine/turn/hearing.ts';
import type { HearingEffect } from '@coachvisio/engine/turn/hearing-events.ts';
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
  const saying = (text: string, sound: TurnSound): Said => ({ type: 'learner.said', clientTurnId: newId('utt'), text, spoken: '', sound, at: clock.now() });
  const soundOf = ({ cutIn }: { readonly cutIn: boolean }, spoken?: Extract<HearingEffect, { do: 'say' }>): TurnSound => ({
    durationMs: spoken?.durationMs ?? 0,
    ...(spoken ? { tookMs: spoken.tookMs } : {}),
    verbatim: hear.verbatim,
    words: spoken?.words ? [...spoken.words] : null,
    ...(cutIn ? { cutIn } : {}),
  });
  const carryOut = (effect: Exclude<HearingEffect, { do: 'recognise' }>): void => {
    switch (effect.do) {
      case 'prepare':
        return mouth.prepare(saying(effect.text, soundOf(effect)));
      case 'forget':
        return mouth.forget();
      case 'say':
        return onSaid(saying(effect.text, soundOf(effect, effect)), () => ear.heardUntil(effect.durationMs));
      case 'interrupt':
        return onInterrupted(effect);
      case 'yield': {
        const cut = mouth.saying;
        return cut ? onInterrupted(cut) : undefined;
      }
      case 'go_on':
        return send({ type: 'go_on', seq: effect.seq });
      case 'tell':
        return send({
          type: 'understood',
          number: effect.number,
          text: effect.text,
          settled: effect.settled,
          ...(effect.cutAtMs === undefined ? {} : { cutAtMs: effect.cutAtMs }),
        });
      case 'notice':
        return send({ type: 'notice', code: effect.code });
    }
  };
  const ear = new LearnerEar({
    hear,
    setting: () => settingOf(play, clock.now()),
    now: () => clock.now(),
    onEffect: carryOut,
    onTrouble: (error) => log.warn({ session: play.id, provider: hear.name, err: error }, 'a recogniser did not answer'),
  });
  return ear;
}

/** How long to wait for more, and to listen, depends on what the conversation is at: whoever tells a story pauses between its parts. */
function settingOf({ scene, snapshot, turns }: Play, at: number): HearingSetting {
  const { index } = snapshot.persona.plan;
  const expects = scene.scenario.questionPlan[index]?.expects.length ?? 0;
  const lastCut = turns.findLast(({ sound }) => sound?.cutIn);
  return {
    locale: scene.locale,
    patience: scene.scenario.silencePlan.turnPatience,
    inStory: expects > 1,
    listensMs: listensFor(scene, index, lastCut ? elapsedAt(snapshot, at) - lastCut.atMs : null),
  };
}
