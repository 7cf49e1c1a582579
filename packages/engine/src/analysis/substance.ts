import { datesIn } from './dates.ts';
import { figuresIn } from './figures.ts';
import { phrasesOf } from './phrases.ts';
import { act, after, before, content, findAll, holds, textOf, type Find, type Mark, type Reading, type Stretch } from './reading.ts';
import { INFORMATION_WORDS } from './thresholds.ts';

const DENIED_BEFORE = /\b(?:ne|n'|pas|aucune?|sans|jamais|not|no|never|without|can't|cannot|won't|don't|couldn't|didn't)(?: [a-z']+){0,3} ?$/;
const DENIED_AFTER = /^ (?:pas|jamais|plus|rien|not|nothing|no)\b/;

const denied = (turn: Reading, find: Find): boolean => DENIED_BEFORE.test(before(turn, find)) || DENIED_AFTER.test(after(turn, find));
const deniedInside = (find: Find): boolean => / (?:pas|jamais|rien|aucune?|not|never)(?: |$)/.test(find.words);
const within = (outer: Stretch, inner: Stretch): boolean => inner.start >= outer.start && inner.start < outer.end;

/** «Je vous l'envoie ce soir, ça vous va ?» promises in its first clause and asks in its last. */
const asked = (turn: Reading, find: Find): boolean => find.sentence.asks && !/,/.test(turn.text.slice(find.end, find.sentence.end));

const commitmentsIn = (turn: Reading, dates: readonly Stretch[]): Mark[] => {
  const { commitment, commitmentIfDated, conditional, dateInPromise, inPassing } = turn.lexicon.substance;
  const { vague, jargon } = turn.lexicon.closedDoors;
  const past = (date: Stretch): boolean => /\b(?:derni|last|yesterday|hier|depuis|since|passe|ago|il y a)/.test(textOf(turn, date));
  let passing: readonly Find[] | undefined;
  const made = (find: Find): Stretch | undefined => {
    const date = dates.find((one) => within(find.scope, one) && !past(one));
    if (date !== undefined) return date;
    passing ??= findAll(turn, inPassing);
    return passing.find((when) => within(find.scope, when) && when.start >= find.start);
  };
  const holdsUp = (find: Find): boolean =>
    !asked(turn, find) &&
    !denied(turn, find) &&
    !deniedInside(find) &&
    !conditional.test(before(turn, find)) &&
    !holds(textOf(turn, find).concat(after(turn, find, 24)), vague) &&
    !/\b(?:vous|tu|you) (?:pensez|croyez|voulez|think|want)/.test(before(turn, find));
  const marks: Mark[] = [];
  const add = (find: Find, date: Stretch | undefined): void => {
    const soft = [...textOf(turn, find.scope).matchAll(phrasesOf(dateInPromise))][0];
    const value = date === undefined ? soft?.[0] : textOf(turn, date);
    // «Vendredi midi vous l'avez»: a date just before belongs to the promise.
    const start = date !== undefined && date.start < find.start && find.start - date.end < 20 ? date.start : find.start;
    const mark = act('commitment', { ...find, start });
    marks.push(value === undefined ? mark : { ...mark, value });
  };
  for (const find of findAll(turn, commitment)) {
    const date = made(find);
    // «On va mettre en place une démarche d'amélioration continue» promises nothing that could be missing.
    if (holdsUp(find) && (date !== undefined || !holds(textOf(turn, find.scope), jargon))) add(find, date);
  }
  // «Je fais du basket le mercredi»: what is done each week is promised to nobody.
  const weekly = (date: Stretch): boolean =>
    /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|midi|soir|apres midi))?$/.test(textOf(turn, date)) &&
    /\bles? $/.test(turn.text.slice(Math.max(0, date.start - 4), date.start)) &&
    !/^ (?:d'apres|suivant|prochain|qui|\d)/.test(turn.text.slice(date.end, date.end + 10));
  for (const find of findAll(turn, commitmentIfDated)) {
    const date = made(find);
    if (date !== undefined && !weekly(date) && Math.abs(date.start - find.start) < 80 && holdsUp(find)) add(find, date);
  }
  return marks;
};

const plain = (turn: Reading, kind: Mark['kind'], phrases: readonly string[], skipAsked: boolean): Mark[] =>
  findAll(turn, phrases)
    .filter((find) => !(skipAsked && find.sentence.asks) && !denied(turn, find))
    .map((find) => act(kind, find));

/** «La remise, elle est de combien ?», «vous en attendez une, de remise ?»: asks about what only «si je vous faisais» would offer. */
const asksAbout = (turn: Reading, find: Find): boolean => {
  const { firstPerson, secondPerson } = turn.lexicon.uptake;
  const lead = before(turn, find, 60);
  if (!find.sentence.asks || holds(lead, firstPerson) || holds(find.words.slice(0, 12), firstPerson)) return false;
  return holds(lead, secondPerson) || !/\d|^ (?:ca|would|does)\b/.test(turn.text.slice(find.start, find.sentence.end));
};

export const substanceIn = (turn: Reading): Mark[] => {
  const lists = turn.lexicon.substance;
  const dates = datesIn(turn);
  const { closedDoors, uptake, questions } = turn.lexicon;
  // «Trois semaines, c'est pas si grave», "our priority for forty years": who belittles or boasts has measured nothing.
  const hollow = turn.sentences.filter((one) => [closedDoors.contempt, closedDoors.slogan, uptake.minimising].some((list) => holds(textOf(turn, one), list)));
  const figures = figuresIn(turn, dates).filter(
    (figure) => !hollow.some((one) => within(one, figure)) && !questions.orders.test(turn.text.slice(Math.max(0, figure.start - 40), figure.start)),
  );
  const marks: Mark[] = [];
  for (const date of dates) marks.push({ ...content('date', date), value: textOf(turn, date) });
  for (const figure of figures) marks.push({ kind: 'figure', start: figure.start, end: figure.end, value: figure.value });
  const commitments = commitmentsIn(turn, dates);
  marks.push(...commitments);

  const limits = findAll(turn, lists.limit).filter(
    (find) =>
      !find.sentence.asks &&
      !holds(textOf(turn, find.scope), turn.lexicon.closedDoors.contempt) &&
      !holds(textOf(turn, find.scope), turn.lexicon.closedDoors.blame),
  );
  marks.push(...limits.map((find) => act('limit', find)));
  const asLimit = (find: Find): boolean => limits.some((limit) => limit.start < find.end && find.start < limit.end);

  for (const find of findAll(turn, lists.concession)) {
    const theirs = /\b(?:vous etes|tu es|t'es|etes vous|seriez vous|you|do you|can|could|shall) $/.test(before(turn, find));
    if (!denied(turn, find) && !theirs && !asLimit(find) && !asksAbout(turn, find)) marks.push(act('concession', find));
  }
  marks.push(...plain(turn, 'advice', lists.advice, false));
  const examples = plain(turn, 'example', lists.example, true);
  marks.push(...examples);
  for (const find of findAll(turn, lists.guarantee)) {
    const others = /\b(?:constructeur|fabricant|votre|vos|vous parlez|vous voulez|your|you want|manufacturer)\b/.test(
      textOf(turn, { start: find.start - 24, end: find.end + 24 }),
    );
    // «Vous ne payez rien tant que…» is worded as a denial and gives all the more.
    const withheld = /^(?:vous|on ne vous|you) /.test(find.words);
    // "This delay is on us" owns it and insures nothing.
    const owned = find.words === 'on us' && holds(textOf(turn, find.sentence), turn.lexicon.manners.ownership);
    if (!find.sentence.asks && !owned && (withheld || (!denied(turn, find) && !deniedInside(find))) && !others && !asLimit(find))
      marks.push(act('guarantee', find));
  }

  const told = new Set<number>();
  for (const sentence of turn.sentences) {
    if (sentence.asks || sentence.words < INFORMATION_WORDS || hollow.includes(sentence)) continue;
    const text = textOf(turn, sentence);
    const factual = figures.some((figure) => within(sentence, figure)) && !commitments.some((one) => within(sentence, one));
    if (factual || holds(text, lists.information) || examples.some((one) => within(sentence, one))) told.add(sentence.start);
  }
  for (const sentence of turn.sentences) if (told.has(sentence.start)) marks.push({ kind: 'information', start: sentence.start, end: sentence.end });
  return marks;
};
