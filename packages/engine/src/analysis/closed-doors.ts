import { JARGON_WORDS } from './thresholds.ts';
import { act, before, content, findAll, holds, textOf, type Find, type Mark, type Reading } from './reading.ts';

const TAG = /, (?:d'accord|ok|okay|hein|alright)$/;
const NOT = /\b(?:ne|n'|pas|not|never|jamais|don't|didn't|isn't|won't) ?$/;
const QUOTED = /\b(?:vous (?:dites|disiez|m'avez dit)|tu dis|you said|you say|il m'a dit|elle m'a dit|he said|she said)(?: que| that)?[ ,:"']*$/;

/** What nobody has to tell: what is private, and what has nothing to do with the matter. */
const PRIVATE =
  /\b(?:vie privee|(?:tres |trop )?personnel(?:le)?|intime|prive|private|personal)\b|(?:concerne|regarde) pas\b|\b(?:pas|aucun|sans) (?:de )?(?:rapport|lien)\b|(?:not|n't) (?:related|relevant|part of|about)\b|\birrelevant\b|thing to do with\b/;

/** What closes a door. `substantial` holds what the same turn brings: a general word beside a figure or a date is no longer vague. */
export const closedDoorsIn = (turn: Reading, substantial: readonly Mark[]): Mark[] => {
  const lists = turn.lexicon.closedDoors;
  const marks: Mark[] = [];
  const someday = findAll(turn, lists.someday);
  const brings = (find: Find): boolean =>
    substantial.some(
      (mark) =>
        mark.start < find.scope.end &&
        find.scope.start < mark.end &&
        /^(?:figure|date)$/.test(mark.kind) &&
        !someday.some((far) => far.start < mark.end && mark.start < far.end),
    );
  const promisesDate = substantial.some((mark) => mark.kind === 'commitment' && mark.value !== undefined);
  // «Si c'est la direction qui le demande» supposes; «une question privée» may be left unanswered with every right.
  const supposed = (find: Find): boolean => /(?:^|\b(?:si|if) |\bs')$/.test(before(turn, find, 6)) && before(turn, find, 6) !== '';
  const isPrivate = (find: Find): boolean => PRIVATE.test(turn.text.slice(find.start, find.end + 90));
  const fair = (find: Find): boolean => !NOT.test(before(turn, find, 10)) && !QUOTED.test(before(turn, find, 30));

  // «Dix jours de retard, à cause de la reprise» gives a size and a cause: that informs.
  const explains = (find: Find): boolean => /^(?:c'est )?(?:a cause|because|'?cause|due)\b/.test(find.words) && brings(find);
  for (const find of findAll(turn, lists.justification)) {
    if (!explains(find) && fair(find) && !supposed(find) && !find.sentence.asks) marks.push(act('justification', find));
  }
  for (const find of findAll(turn, lists.evasion)) {
    // «Je ne sais pas, je vous réponds demain midi» is honest, not evasive.
    // «On en reparle, d'accord ?» asks for assent to an evasion.
    if (fair(find) && !isPrivate(find) && (!find.sentence.asks || TAG.test(textOf(turn, find.sentence))) && !promisesDate) marks.push(act('evasion', find));
  }
  for (const find of findAll(turn, lists.blame)) {
    const indirect = /\b(?:que|qu'|si|if|that|whether) $/.test(before(turn, find, 8));
    if (fair(find) && !indirect) marks.push(act('blame', find));
  }
  for (const find of findAll(turn, lists.contempt)) if (fair(find)) marks.push(act('contempt', find));
  for (const find of findAll(turn, lists.slogan)) if (fair(find) && !find.sentence.asks) marks.push(content('vague', find));
  const filling = findAll(turn, lists.jargon).filter((find) => !find.sentence.asks && !brings(find));
  const measured = substantial.some((mark) => /^(?:figure|date|example|limit|ownership)$/.test(mark.kind));
  if (filling.length >= 2 || (!measured && turn.words <= JARGON_WORDS)) for (const find of filling) marks.push(content('vague', find));
  for (const find of findAll(turn, lists.again)) if (!find.sentence.asks) marks.push(act('repetition', find));
  for (const find of findAll(turn, lists.vague)) {
    if (!NOT.test(before(turn, find, 10)) && !find.sentence.asks && !brings(find) && !QUOTED.test(before(turn, find, 30))) marks.push(content('vague', find));
  }
  for (const find of findAll(turn, lists.vagueInPromise)) {
    const text = textOf(turn, find.scope);
    const acts = substantial.some((mark) => mark.kind === 'commitment' && mark.value !== undefined && mark.start < find.end && find.start < mark.end);
    if (
      !find.sentence.asks &&
      !brings(find) &&
      !acts &&
      holds(text, lists.promise) &&
      !/\b(?:plus|pas|trop|assez|si|aussi|how|too|as|so|not|sooner|than) $/.test(before(turn, find, 8))
    )
      marks.push(content('vague', find));
  }
  return marks;
};
