import type { Directive, SessionSnapshot, Turn } from '@coachvisio/contract/conversation.ts';
import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Stage } from '@coachvisio/engine/acting/bank.ts';
import type { PromptTurn } from '@coachvisio/engine/acting/prompt.ts';
import type { Scene } from '@coachvisio/engine/direction/direct.ts';
import { nextWake } from '@coachvisio/engine/turn/clock.ts';
import type { Effect, SessionEvent, TapeEntry } from '@coachvisio/engine/turn/events.ts';
import { withCut } from '@coachvisio/engine/turn/cut-turn.ts';
import { step } from '@coachvisio/engine/turn/step.ts';
import type { JobCtx } from '../../platform/ctx.ts';
import type { TenantTx } from '../../platform/db/database.ts';
import { publish } from '../../platform/events.ts';
import { library } from '../content/index.ts';
import { presentTurn } from './session.present.ts';
import { commitTurns, listTurns, nextTapeNumber, takeOver } from './session.store.ts';
import type { SessionRow } from './session.table.ts';

/** Another node, or a request that ended the session, has taken it over. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/** What whoever words a reply needs to know. */
export interface Cue {
  readonly stage: Stage;
  readonly promptTurns: () => PromptTurn[];
}

/**
 * A session being played by this process: what the machine decided, what was said, and the right to write it down.
 * It does nothing by itself: events go in, effects come out, and whoever holds it carries them out.
 */
export class Play {
  readonly id: SessionId;
  readonly scene: Scene;
  snapshot: SessionSnapshot;
  turns: Turn[];
  readonly #directives: Map<number, Directive>;
  readonly #ctx: JobCtx;
  readonly #epoch: number;
  #tape: TapeEntry[] = [];
  #tapeNumber: number;

  private constructor(ctx: JobCtx, row: SessionRow, scene: Scene, turns: Turn[], directives: Map<number, Directive>, tapeNumber: number) {
    this.id = row.id;
    this.scene = scene;
    this.snapshot = row.snapshot;
    this.turns = turns;
    this.#directives = directives;
    this.#ctx = ctx;
    this.#epoch = row.epoch;
    this.#tapeNumber = tapeNumber;
  }

  /** Takes the session over from whoever plays it now. Undefined when it does not exist. */
  static async open(ctx: JobCtx, id: SessionId): Promise<Play | undefined> {
    const found = await ctx.tx(async (tx) => {
      const row = await takeOver(tx, id);
      return row ? { row, turns: await listTurns(tx, id), tapeNumber: await nextTapeNumber(tx, id) } : undefined;
    });
    if (!found) return undefined;
    const { row } = found;
    const directives = new Map(found.turns.flatMap((turn) => (turn.directive ? [[turn.seq, turn.directive] as const] : [])));
    const play = new Play(ctx, row, sceneOf(row), found.turns.map(presentTurn), directives, found.tapeNumber);
    await play.#catchUp(row.updatedAt.getTime());
    return play;
  }

  /**
   * Since the session was last written nobody is known to have played it: the learner counts as away from then on, so that
   * the clock does not run while no process does. Whatever was due to happen in the meantime happened then.
   */
  async #catchUp(writtenAt: number): Promise<void> {
    if (this.snapshot.status !== 'live') return;
    const now = this.#ctx.clock.now();
    if (this.snapshot.absentSinceAt === null) this.decide({ type: 'learner.left', at: Math.min(writtenAt, now) });
    for (let wake = nextWake(this.snapshot); wake && wake.at <= now; wake = nextWake(this.snapshot)) {
      const effects = this.decide(wake);
      if (effects.some((effect) => effect.do === 'commit')) await this.commit(effects);
    }
  }

  /** What the persona and the learner said, oldest first. */
  get said(): { persona: string[]; learner: string[] } {
    return saidIn(this.turns);
  }

  /** What whoever words the reply that is due needs to know. */
  get cue(): Cue {
    return this.#cueAfter(this.snapshot, this.turns, this.#directives);
  }

  /**
   * What would follow if this happened, without it happening: the reply can be thought of before the turn is sure. Null when
   * no reply would follow.
   */
  foresee(event: SessionEvent): { readonly seq: number; readonly directive: Directive; readonly cue: Cue } | null {
    const { state, effects } = step(this.scene, this.snapshot, this.said, event);
    const act = effects.find((effect) => effect.do === 'act');
    if (act?.do !== 'act') return null;
    const added = effects.flatMap((effect) => (effect.do === 'commit' && effect.turn ? [effect.turn] : []));
    const directives = new Map(this.#directives);
    for (const turn of added) if (turn.who === 'learner') directives.set(turn.seq, act.directive);
    return { seq: act.seq, directive: act.directive, cue: this.#cueAfter(state, [...this.turns, ...added], directives) };
  }

  #cueAfter(snapshot: SessionSnapshot, turns: readonly Turn[], directives: ReadonlyMap<number, Directive>): Cue {
    return {
      stage: { ...this.scene, phase: snapshot.persona.phase, said: saidIn(turns).persona },
      promptTurns: () => promptTurnsOf(turns, directives),
    };
  }

  /** Lets the machine decide what the event means. The new state holds from here on; `commit` makes it durable. */
  decide(event: SessionEvent): readonly Effect[] {
    const due = this.snapshot.due;
    const { state, effects } = step(this.scene, this.snapshot, this.said, event);
    if (state === this.snapshot && effects.length === 0) return [];
    this.snapshot = state;
    for (const effect of effects) {
      if (effect.do === 'trim') this.turns = withCut(this.turns, effect.seq, effect.cut);
      if (effect.do !== 'commit' || !effect.turn) continue;
      this.turns.push(effect.turn);
      const directive = effect.turn.who === 'learner' ? state.due?.directive : due?.directive;
      if (directive) this.#directives.set(effect.turn.seq, directive);
    }
    this.#tape.push(onTape(event, effects));
    return effects;
  }

  /** Writes what was decided in one transaction. Throws {@link TakenOver} when somebody else plays the session now. */
  async commit(effects: readonly Effect[]): Promise<void> {
    const tape = this.#tape.splice(0);
    const tapeFrom = this.#tapeNumber;
    this.#tapeNumber += tape.length;
    const { snapshot } = this;
    const turns = effects.flatMap((effect) =>
      effect.do === 'commit' && effect.turn ? [{ turn: effect.turn, analysis: effect.analysis, directive: this.#directives.get(effect.turn.seq) ?? null }] : [],
    );
    const cuts = effects.filter((effect) => effect.do === 'trim');
    const written = await this.#ctx.tx(async (tx) => {
      const done = await commitTurns(tx, { org: this.#ctx.org, session: this.id, epoch: this.#epoch, snapshot, turns, cuts, tape, tapeFrom });
      if (done && snapshot.status === 'ended') await announceEnd(tx, this.id, snapshot);
      return done;
    });
    if (!written) throw new TakenOver(`session ${this.id} is played elsewhere`);
  }
}

function saidIn(turns: readonly Turn[]): { persona: string[]; learner: string[] } {
  const of = (who: Turn['who']) => turns.filter((turn) => turn.who === who).map((turn) => turn.text);
  return { persona: of('persona'), learner: of('learner') };
}

/** The conversation as a prompt tells it: each directive stays beside the turn that led to it. */
function promptTurnsOf(turns: readonly Turn[], directives: ReadonlyMap<number, Directive>): PromptTurn[] {
  return turns.map((turn, index): PromptTurn => {
    const directive = directives.get(turn.seq);
    if (turn.who === 'learner' && directive) return { who: 'learner', text: turn.text, directive };
    const answersLearner = turns[index - 1]?.who === 'learner';
    return directive && !answersLearner ? { who: 'persona', text: turn.text, directive } : { who: 'persona', text: turn.text };
  });
}

async function announceEnd(tx: TenantTx, session: SessionId, snapshot: SessionSnapshot): Promise<void> {
  await publish(tx, 'session.ended', { session, reason: snapshot.outcome?.reason ?? 'learner', exit: snapshot.outcome?.exit ?? null });
}

function sceneOf(row: SessionRow): Scene {
  const scenario = library().scenarios.get(row.scenario);
  const persona = library().personas.get(row.persona);
  if (!scenario || !persona) throw new Error(`the library no longer holds ${row.scenario} with ${row.persona}`);
  return { scenario, persona, locale: row.locale, seed: row.seed };
}

/** The words of a turn stand in the turn; the tape only points there. */
function onTape(event: SessionEvent, effects: readonly Effect[]): TapeEntry {
  const named = effects.findLast((effect) => effect.do === 'trim' || (effect.do === 'commit' && effect.turn !== null));
  const seq = named?.do === 'commit' ? named.turn?.seq : named?.do === 'trim' ? named.seq : undefined;
  const playsForMs = event.type === 'persona.spoke' ? event.playsForMs : undefined;
  return { type: event.type, at: event.at, ...(seq === undefined ? {} : { seq }), ...(playsForMs === undefined ? {} : { playsForMs }) };
}
