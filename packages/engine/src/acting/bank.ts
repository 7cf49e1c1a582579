import type { Directive, Phase } from '@coachvisio/contract/conversation.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { chance, choose } from '../random.ts';
import { linesFor } from './lines.ts';

export interface Stage {
  readonly scenario: ScenarioContent;
  readonly persona: PersonaContent;
  readonly locale: Locale;
  readonly seed: number;
  readonly phase: Phase;
  /** What the persona said so far, oldest first. */
  readonly said: readonly string[];
}

/**
 * Words a directive from the library: the built-in actor, which needs nothing. No line is said twice in a session; what was
 * said is read from the transcript, so that a restart cannot make the persona repeat itself.
 */
export function speakFromBank(directive: Directive, stage: Stage): string {
  if (directive.line === 'repeat') return repeatLast(stage);
  const core = coreLine(directive, stage);
  const given = directive.given ? { given: directive.given } : {};
  // Nobody asks two things in one breath: «Vous me ramenez au point ?» already hands the floor over.
  const handsOver = directive.move === 'say_line' && /\?["»\s]*$/.test(core);
  const next =
    directive.next && !handsOver
      ? coreLine({ ...directive.next, ...given, expression: directive.expression }, { ...stage, said: [...stage.said, core] })
      : undefined;
  return [reactionBefore(core, directive, stage), core, next].filter((part) => part !== undefined).join(' ');
}

/** The reaction with which {@link speakFromBank} would begin, by itself; undefined where it begins with something else. */
export function reactFromBank(directive: Directive, stage: Stage): string | undefined {
  return directive.line === 'repeat' ? undefined : reactionBefore(coreLine(directive, stage), directive, stage);
}

function reactionBefore(core: string, directive: Directive, stage: Stage): string | undefined {
  const reactions = directive.reaction ? stage.persona.reactions[directive.reaction][stage.locale] : [];
  // «Bon. Bon, ça se compte.» is heard as a slip of the tongue.
  return pick(
    reactions.filter((line) => firstWord(line) !== firstWord(core)),
    stage,
    'reaction',
  );
}

const firstWord = (line: string): string => line.toLowerCase().match(/[\p{L}\p{N}'’]+/u)?.[0] ?? '';

/** A wording that was not said yet, or undefined when all were. */
function pick(lines: readonly string[], stage: Stage, purpose: string): string | undefined {
  const fresh = lines.filter((line) => !stage.said.some((said) => said.includes(line)));
  return fresh.length > 0 ? choose(fresh, stage.seed, purpose, stage.said.length) : undefined;
}

function coreLine(directive: Directive, stage: Stage): string {
  const wanted = directive.quote
    ? withQuote(directive.quote, stage)
    : pick(linesFor(directive, stage.scenario, stage.persona, stage.locale), stage, directive.move);
  if (wanted) return wanted;
  // Safety, honesty and farewells are said again rather than replaced by small talk.
  if (directive.move === 'disclose' || directive.move === 'leave_role' || directive.move === 'close' || directive.ends) {
    return choose(linesFor(directive, stage.scenario, stage.persona, stage.locale), stage.seed, directive.move, stage.said.length);
  }
  return keepGoing(stage);
}

/** Something of the story that was not said yet, nearest to where the conversation stands. */
function keepGoing(stage: Stage): string {
  const { scenario, persona, locale, phase } = stage;
  const near =
    phase === 'closing' || phase === 'over'
      ? (['closing', 'confronting', 'exploring'] as const)
      : phase === 'confronting'
        ? (['confronting', 'exploring', 'closing'] as const)
        : (['exploring', 'confronting', 'closing'] as const);
  const pools = [
    ...near.map((name) => scenario.probes[name][locale]),
    persona.lines.seekCommitment[locale],
    ...scenario.concerns.map((concern) => concern.press[locale]),
  ];
  for (const pool of pools) {
    const line = pick(pool, stage, 'probe');
    if (line) return line;
  }
  // Everything was said, which takes more than forty turns: two short reactions never paired before still make a new reply.
  // Nobody takes the floor who has it.
  const { cutIn: _, ...reactions } = persona.reactions;
  const all = Object.values(reactions).flatMap((lines) => lines[locale]);
  for (let attempt = 0; attempt < all.length; attempt += 1) {
    const pair = `${choose(all, stage.seed, 'first', stage.said.length, attempt)} ${choose(all, stage.seed, 'second', stage.said.length, attempt)}`;
    if (!stage.said.some((said) => said.includes(pair))) return pair;
  }
  return choose(all, stage.seed, 'last', stage.said.length);
}

function withQuote(quote: string, stage: Stage): string | undefined {
  // A frame is fresh when neither its beginning nor its end was said: the quote in the middle differs each time.
  const frames = stage.persona.lines.echo[stage.locale].filter((line) => {
    const [head = '', tail = ''] = line.split('{quote}');
    return !stage.said.some((said) => said.includes(tail.trim().length > head.trim().length ? tail.trim() : head.trim()));
  });
  return frames.length > 0 ? placeQuote(choose(frames, stage.seed, 'echo', stage.said.length), quote.trim()) : undefined;
}

/** A frame that opens with the quote opens the reply: then it starts with a capital. */
function placeQuote(frame: string, quote: string): string {
  const opens = /^[«"\s]*\{quote\}/.test(frame);
  return frame.replace('{quote}', () => (opens ? quote.charAt(0).toUpperCase() + quote.slice(1) : quote));
}

/** Says the last thing again, introduced, because it was asked for. */
function repeatLast(stage: Stage): string {
  const last = stage.said.at(-1) ?? '';
  const sentences = last.match(/[^.?!…]+[.?!…]+["»]?/gu) ?? [last];
  const ending = sentences.slice(-2).join('').trim();
  const lines = stage.persona.lines.repeat[stage.locale];
  const intro = pick(lines, stage, 'repeat') ?? choose(lines, stage.seed, 'repeat', stage.said.length, chance(stage.seed, stage.said.length));
  return `${intro} ${ending}`;
}
