import { SessionSnapshot, Turn } from '@coachvisio/contract/conversation.ts';
import { turnLimit } from '@coachvisio/contract/live-protocol.ts';
import { describe, expect, it } from 'vitest';
import { speakFromBank } from '../acting/bank.ts';
import type { Scene } from '../direction/direct.ts';
import { scene } from '../direction/scene.testing.ts';
import { elapsedAt, nextWake } from './clock.ts';
import type { Effect, SessionEvent } from './events.ts';
import { readySession, step } from './step.ts';

/** A session that is driven event by event. `restart`: everything known goes through JSON before each event, as when a node dies. */
class Driven {
  state: SessionSnapshot;
  turns: Turn[] = [];
  effects: readonly Effect[] = [];
  readonly #scene: Scene;
  readonly #restart: boolean;

  constructor(of: Scene, durationMs: number | null = null, restart = false) {
    this.#scene = of;
    this.#restart = restart;
    this.state = readySession(of, durationMs);
  }

  happen(event: SessionEvent): this {
    if (this.#restart) {
      this.state = SessionSnapshot.parse(JSON.parse(JSON.stringify(this.state)));
      this.turns = this.turns.map((turn) => Turn.parse(JSON.parse(JSON.stringify(turn))));
    }
    const texts = (who: Turn['who']) => this.turns.filter((turn) => turn.who === who).map(({ text }) => text);
    const result = step(this.#scene, this.state, { persona: texts('persona'), learner: texts('learner') }, event);
    this.state = result.state;
    this.effects = result.effects;
    for (const effect of result.effects) if (effect.do === 'commit' && effect.turn) this.turns.push(effect.turn);
    return this;
  }

  /** Voices what is due, whole. */
  voice(at: number): this {
    const due = this.state.due;
    if (!due) throw new Error('nothing is due');
    const said = this.turns.filter(({ who }) => who === 'persona').map(({ text }) => text);
    const text = speakFromBank(due.directive, { ...this.#scene, phase: this.state.persona.phase, said });
    return this.happen({ type: 'persona.spoke', seq: due.seq, text, voicedBy: 'bank', at });
  }

  say(text: string, at: number, spoken = ''): this {
    return this.happen({ type: 'learner.said', clientTurnId: `turn-${at}`, text, spoken, at });
  }

  get does(): string[] {
    return this.effects.map((effect) => (effect.do === 'notice' ? effect.code : effect.do));
  }
}

const begun = (durationMs: number | null = null, restart = false) => new Driven(scene(), durationMs, restart).happen({ type: 'begun', at: 0 }).voice(1_000);

describe('a turn', () => {
  it('is made durable before it is voiced', () => {
    expect(begun().say('Parlons du délai du premier site.', 5_000).does).toEqual(['commit', 'act']);
  });

  it('is refused when it is empty or longer than the limit, and nothing changes', () => {
    const driven = begun();
    const before = driven.state;
    expect(driven.say('   ', 5_000).does).toEqual(['turn.empty']);
    expect(driven.say('a'.repeat(turnLimit + 1), 5_000).does).toEqual(['turn.too_long']);
    expect(driven.state).toEqual(before);
  });

  it('may be ten thousand characters or mark-up: it is kept as it was written', () => {
    const long = 'Le délai du contrat, je vous le garantis par écrit. '.repeat(200).slice(0, Math.min(10_000, turnLimit));
    expect(begun().say(long, 5_000).turns.at(-1)?.text).toBe(long);
    const markup = '<img src=x onerror=alert(1)> <b>Le délai</b> du contrat ?';
    expect(begun().say(markup, 5_000).turns.at(-1)?.text).toBe(markup);
  });

  it('waits while a farewell is being said', () => {
    const driven = begun().say('Parlons du délai.', 5_000).voice(6_000).happen({ type: 'ended', at: 7_000 });
    expect(driven.say('Attendez !', 7_500).does).toEqual(['turn.wait']);
  });
});

describe('speaking into a reply', () => {
  it('keeps what was heard and nothing more', () => {
    const driven = begun().say('Parlons du délai.', 5_000);
    const due = driven.state.due?.seq;
    driven.say('Pardon, je vous coupe : le premier site est prêt vendredi.', 6_000, 'raise delai');
    expect(driven.does).toEqual(['hush', 'commit', 'commit', 'act']);
    expect(driven.turns.at(-2)).toMatchObject({ seq: due, who: 'persona', text: 'raise delai' });
    expect(driven.turns.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });

  it('leaves no trace of a reply of which nothing was heard', () => {
    const driven = begun().say('Parlons du délai.', 5_000).say('Ou plutôt du prix.', 5_200);
    expect(driven.turns.map(({ who }) => who)).toEqual(['persona', 'learner', 'learner']);
  });

  it('takes no late words of a reply that was cut short', () => {
    const driven = begun().say('Parlons du délai.', 5_000);
    const late = driven.state.due?.seq ?? 0;
    driven.say('Ou plutôt du prix.', 5_200);
    const before = driven.state;
    expect(driven.happen({ type: 'persona.spoke', seq: late, text: 'Trop tard.', voicedBy: 'model', at: 5_300 }).state).toEqual(before);
  });
});

describe('a monologue', () => {
  const words = (count: number) => `Pour le délai, ${Array.from({ length: count }, (_, index) => `point${index}`).join(' ')}.`;
  const cuts = (level: 1 | 2 | 3, count: number) =>
    new Driven(scene({ level })).happen({ type: 'begun', at: 0 }).voice(1_000).say(words(count), 5_000).state.due?.directive.reaction === 'long';

  it('is cut short, the sooner the higher the level', () => {
    // Sixty words at level 2, for the persona of the tests.
    expect([cuts(1, 70), cuts(2, 70), cuts(3, 70)]).toEqual([false, true, true]);
    expect([cuts(1, 50), cuts(2, 50), cuts(3, 50)]).toEqual([false, false, true]);
    expect(cuts(1, 100)).toBe(true);
  });

  const cutAloud = (text: string, of = scene()) =>
    new Driven(of)
      .happen({ type: 'begun', at: 0 })
      .voice(1_000)
      .happen({
        type: 'learner.said',
        clientTurnId: 'utt-1',
        text,
        spoken: '',
        sound: { durationMs: 61_000, verbatim: false, words: null, cutIn: true },
        at: 62_000,
      });

  it('into which the persona cut aloud is long whatever its words, and is answered by taking the floor', () => {
    const driven = cutAloud('Pour le délai, euh, comment dire, il y a');
    const commit = driven.effects.find((effect) => effect.do === 'commit');
    expect(commit?.do === 'commit' && commit.analysis?.signals).toContainEqual({ kind: 'too_long', start: 0, end: 40 });
    expect(driven.state.due?.directive).toMatchObject({ reaction: 'cutIn' });
    expect(driven.turns.at(-1)?.sound).toMatchObject({ cutIn: true });
    expect(driven.voice(63_000).turns.at(-1)?.text).toMatch(/^reaction cutIn \d\. /);
  });

  it('costs aloud what it costs in writing, under the same name', () => {
    const heavy = scene();
    const weights = { ...heavy.persona.temperament.weights, too_long: { trust: -4, tension: 4, patience: -8 } };
    const strict = { ...heavy, persona: { ...heavy.persona, temperament: { ...heavy.persona.temperament, weights } } };
    const causes = (driven: Driven) =>
      driven.effects.flatMap((effect) => (effect.do === 'commit' ? (effect.analysis?.moves ?? []) : [])).filter(({ cause }) => cause === 'too_long');
    const costs = (driven: Driven) => causes(driven).map(({ trust, tension, patience }) => ({ trust, tension, patience }));
    expect(costs(cutAloud('Pour le délai, je', strict))).toEqual([{ trust: -3, tension: 4, patience: -8 }]);
    expect(costs(new Driven(strict).happen({ type: 'begun', at: 0 }).voice(1_000).say(words(70), 5_000))).toEqual(costs(cutAloud('Pour le délai, je', strict)));
  });

  it('was heard to the word at which the persona cut in', () => {
    // Ninety words before the figure: in writing the persona has stopped reading, aloud it was still listening.
    const text = `${'Nous avons regardé cela avec toute notre équipe. '.repeat(11)}Pour le délai, le premier site est prêt dans quatre semaines. Et puis`;
    const figures = (driven: Driven) => driven.state.persona.concerns['delai']?.counted ?? [];
    expect(figures(cutAloud(text)).length).toBeGreaterThan(figures(new Driven(scene()).happen({ type: 'begun', at: 0 }).voice(1_000).say(text, 5_000)).length);
  });

  it('is cut into in other words each time', () => {
    const driven = cutAloud('Pour le délai, je vous explique la situation et').voice(63_000);
    const again = driven.happen({
      type: 'learner.said',
      clientTurnId: 'utt-2',
      text: 'Pour le délai, je reprends donc depuis le début et',
      spoken: '',
      sound: { durationMs: 121_000, verbatim: false, words: null, cutIn: true },
      at: 190_000,
    });
    const [first, second] = again
      .voice(191_000)
      .turns.filter(({ who }) => who === 'persona')
      .slice(-2)
      .map(({ text }) => text.match(/reaction cutIn \d/)?.[0]);
    expect(first).toBeDefined();
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
    expect(driven.turns.map((turn) => Turn.parse(JSON.parse(JSON.stringify(turn))))).toEqual(driven.turns);
  });
});

describe('silence', () => {
  it('is answered as often as the plan says and then left alone', () => {
    const driven = begun();
    const lines: (string | undefined)[] = [];
    for (let wake = nextWake(driven.state); wake; wake = nextWake(driven.state)) {
      driven.happen({ type: 'silence.lasted', at: wake.at });
      lines.push(driven.state.due?.directive.line);
      driven.voice(wake.at + 500);
    }
    expect(lines).toEqual(['silenceFirst', 'silenceSecond']);
    expect(driven.state.persona.trust).toBe(40);
  });

  it('is borne longer at level 1 than at level 3', () => {
    const firstAt = (level: 1 | 2 | 3) => nextWake(new Driven(scene({ level })).happen({ type: 'begun', at: 0 }).voice(1_000).state)?.at ?? 0;
    expect(firstAt(1)).toBeGreaterThan(firstAt(2));
    expect(firstAt(2)).toBeGreaterThan(firstAt(3));
  });

  it('counts anew after the learner spoke, and not while they write or are away', () => {
    const driven = begun();
    driven
      .happen({ type: 'silence.lasted', at: nextWake(driven.state)?.at ?? 0 })
      .voice(20_000)
      .say('Parlons du délai.', 25_000)
      .voice(26_000);
    expect(driven.state.persona.silences).toBe(0);
    const calm = nextWake(driven.state)?.at ?? 0;
    driven.happen({ type: 'learner.composing', at: calm - 100 });
    expect(nextWake(driven.state)?.at).toBeGreaterThan(calm);
    driven.happen({ type: 'learner.left', at: 30_000 });
    expect(nextWake(driven.state)?.type).toBe('absence.lasted');
  });
});

describe('the clock', () => {
  it('stands still in a pause', () => {
    const driven = begun(60_000).happen({ type: 'paused', at: 10_000 });
    expect(elapsedAt(driven.state, 500_000)).toBe(10_000);
    expect(nextWake(driven.state)).toBeNull();
    driven.happen({ type: 'resumed', at: 500_000 });
    expect(elapsedAt(driven.state, 505_000)).toBe(15_000);
    expect(driven.state.due?.directive.line).toBe('backFromPause');
  });

  it('lets the persona finish when time runs out, then says goodbye and ends', () => {
    const driven = begun(60_000).say('Parlons du délai.', 59_000).happen({ type: 'time.ran_out', at: 60_000 });
    expect(driven.state).toMatchObject({ status: 'live', timeIsUp: true });
    driven.voice(61_000);
    expect(driven.state.due?.directive).toMatchObject({ move: 'close', ends: { reason: 'time' } });
    driven.voice(63_000);
    expect(driven.state).toMatchObject({ status: 'ended', outcome: { exit: 'attend', reason: 'time' } });
    expect(driven.does).toEqual(['commit', 'finish']);
  });
});

describe('a message of distress', () => {
  it('pauses the session and nothing is scored', () => {
    const driven = begun().say('Je veux mourir.', 5_000).voice(6_000);
    expect(driven.state).toMatchObject({ status: 'paused', unscored: true, persona: { trust: 40 } });
    driven.happen({ type: 'ended', at: 9_000 });
    expect(driven.state.outcome).toEqual({ exit: null, reason: 'distress' });
  });
});

/** A conversation with an interruption, a pause, a silence and the end of the time. */
const playWholly = (restart: boolean) => {
  const driven = begun(120_000, restart);
  driven.say("Qu'est-ce qui s'est passé avec vos prestataires ?", 5_000).voice(6_000);
  driven.say('Pour le délai, le premier site est prêt dans quatre semaines.', 15_000).say('Et je vous envoie le planning vendredi.', 15_500, 'eased');
  driven.voice(17_000).happen({ type: 'paused', at: 18_000 }).happen({ type: 'resumed', at: 90_000 }).voice(91_000);
  driven.happen({ type: 'silence.lasted', at: nextWake(driven.state)?.at ?? 0 }).voice(105_000);
  driven.say('On fera au mieux pour le prix.', 110_000).voice(111_000).happen({ type: 'time.ran_out', at: 192_000 }).voice(193_000);
  return driven;
};

describe('a restart', () => {
  it('in any state gives the same conversation as without', () => {
    const without = playWholly(false);
    const restarted = playWholly(true);
    expect(restarted.state).toEqual(without.state);
    expect(restarted.turns).toEqual(without.turns);
    expect(without.state.status).toBe('ended');
  });
});
