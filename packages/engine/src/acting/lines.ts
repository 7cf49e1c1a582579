import type { Directive } from '@coachvisio/contract/conversation.ts';
import type { Locale, LocalLines } from '@coachvisio/contract/locale.ts';
import type { PersonaContent } from '@coachvisio/contract/persona.ts';
import type { Concern, ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { findPatterns } from '../analysis/match.ts';

type Step = Pick<Directive, 'move' | 'about' | 'line' | 'part' | 'given'>;

const unlessEmpty = (lines: readonly string[], otherwise: readonly string[]) => (lines.length > 0 ? lines : otherwise);

const find = <T extends { id: string }>(items: readonly T[], id: string | undefined): T | undefined => items.find((item) => item.id === id);

/** Lines of a concern that do not ask for what the learner has given. */
function unanswered(lines: readonly string[], concern: Concern | undefined, given: readonly string[] | undefined, locale: Locale): readonly string[] {
  const had = concern?.keys.filter((key, index) => key.sought && given?.includes(`${concern.id} ${index}`)) ?? [];
  return had.length === 0 ? lines : lines.filter((line) => !had.some((key) => findPatterns(key.sought?.[locale] ?? [], line).length > 0));
}

/** The wordings that the library holds for a move, in the voice of the persona; empty when it has none. */
export function linesFor(step: Step, scenario: ScenarioContent, persona: PersonaContent, locale: Locale): readonly string[] {
  const of = (lines: LocalLines | undefined): readonly string[] => lines?.[locale] ?? [];
  const concern = () => find(scenario.concerns, step.about);
  const fact = () => find(scenario.facts, step.about);
  const question = () => find(scenario.questionPlan, step.about);
  switch (step.move) {
    case 'open':
      return of(scenario.opening);
    case 'raise_concern':
      return unlessEmpty(unanswered(of(concern()?.raise), concern(), step.given, locale), of(concern()?.raise));
    case 'press_concern':
      return unanswered(of(concern()?.press), concern(), step.given, locale);
    case 'ease_concern':
      return unlessEmpty(unanswered(of(concern()?.eased), concern(), step.given, locale), of(concern()?.eased));
    case 'resolve_concern':
      return of(concern()?.resolved);
    case 'reveal_fact':
      return of(fact()?.reveal);
    case 'guard_fact':
      return of(fact()?.guard);
    case 'answer':
      return of(find(scenario.answers, step.about)?.say);
    case 'ask_question':
      return of(question()?.ask);
    case 'rephrase_question':
      return of(question()?.rephrase);
    case 'follow_up':
      return step.part ? of(question()?.followUps[step.part]) : [];
    case 'twist':
      return of(scenario.twist?.say);
    case 'close':
      return of(find(scenario.exits, step.about)?.closing);
    case 'say_line':
      return step.line ? of(persona.lines[step.line]) : [];
    case 'disclose':
      return [persona.disclosure[locale]];
    case 'leave_role':
      return [persona.distress[locale]];
    case 'react':
    case 'probe':
      return [];
  }
}
