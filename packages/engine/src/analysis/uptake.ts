import { act, after, before, findAll, holds, textOf, type Find, type Mark, type Reading, type Stretch } from './reading.ts';
import { figuresIn, type Figure } from './figures.ts';
import { reflectionsIn } from './statements.ts';
import { stemsIn, stemSet, type Stem } from './stems.ts';
import { CHECK_WORDS, ECHO_SHARE, SHARED_IN_ECHO, SHARED_WITH_FORMULA, SHARED_WITH_OPENER } from './thresholds.ts';

/** The words that could deny a stem: those just before it and just after, in the same sentence. */
const near = (turn: Pick<Reading, 'text'>, stem: Stretch): string => {
  const lead =
    turn.text
      .slice(Math.max(0, stem.start - 18), stem.start)
      .split(/[.;!?]/)
      .at(-1) ?? '';
  const tail = turn.text.slice(stem.end, stem.end + 14).split(/[.;!?]/)[0] ?? '';
  return `${lead}${turn.text.slice(stem.start, stem.end)}${tail}`;
};

/** What the persona said and both sides' figures, read once. */
interface Heard {
  said: Reading;
  stems: readonly Stem[];
  figures: readonly Figure[];
  mine: readonly Figure[];
}

/** Says the contrary of what was said: the same words, one time denied and the other time not; or the same unit with another number. */
const distorts = (turn: Reading, heard: Heard, shared: readonly Stem[], stretch: Stretch): boolean => {
  const { negation, difficulty } = turn.lexicon;
  let against = 0;
  for (const stem of shared) {
    const mine = near(turn, stem);
    const theirs = heard.stems
      .filter((one) => one.stem === stem.stem)
      .slice(0, 4)
      .map((one) => near(heard.said, one));
    const denied = holds(mine, negation);
    const softened = holds(mine, difficulty) || theirs.some((text) => holds(text, difficulty));
    if (!softened && theirs.every((text) => holds(text, negation) !== denied)) against += 1;
  }
  if (against * 2 > shared.length) return true;
  return heard.mine
    .filter((figure) => figure.start >= stretch.start && figure.end <= stretch.end && figure.unit !== '')
    .some((figure) => {
      const sameUnit = heard.figures.filter((one) => one.unit === figure.unit);
      return sameUnit.length > 0 && !sameUnit.some((one) => one.amount === figure.amount);
    });
};

const addsMeaning = (turn: Reading, said: Reading, text: string): boolean => {
  const { stake, consequence, feeling } = turn.lexicon.uptake;
  return holds(text, stake) || holds(text, consequence) || (holds(text, feeling) && holds(said.text, feeling));
};

/** «Vous perdez combien…»: the word that asks stands where the answer would. */
const WORD_THAT_ASKS =
  /^(?:(?:et|mais|bon|alors|ok),? ){0,2}(?:vous|tu|ca|on|il|elle) (?!(?:ne )?(?:savez|sais|sait|comprenez|comprends|voyez|vois) )[a-z' ]{2,30}\b(?:combien|quoi|(?:quand|comment)$)/;

/** Begins with the other person and concludes nothing. */
const toAsk = (words: string): boolean => /^(?:vous|tu)\b/.test(words);

const rest = (find: Find): Stretch => ({ start: find.start, end: Math.max(find.end, find.scope.end) });

/**
 * Picks up what the persona said `lately`, its `last` line and the one before: who gives something back in a sentence of its
 * own may reach back, while an echo answers the last line. Before the persona spoke nothing can be picked up.
 */
export const reformulationsIn = (turn: Reading, lately: Reading, last: Reading): Mark[] => {
  const known = stemSet(lately);
  const knownLast = stemSet(last);
  if (lately.words === 0) return [];
  const { formula, opener, firstPerson, minimising } = turn.lexicon.uptake;
  const { closedDoors } = turn.lexicon;
  const heard: Heard = { said: lately, stems: stemsIn(lately), figures: figuresIn(lately, []), mine: figuresIn(turn, []) };
  const marks: Mark[] = [];
  const consider = (stretch: Stretch, needed: number, echo: boolean): void => {
    if (marks.some((mark) => mark.start < stretch.end && stretch.start < mark.end)) return;
    // Who belittles, blames or dodges gives nothing back, in whosever words; nor does who asks with a word that asks.
    const text = textOf(turn, stretch);
    if (holds(text, closedDoors.contempt) || holds(text, closedDoors.evasion) || holds(text, closedDoors.slogan) || holds(text, minimising)) return;
    if (turn.lexicon.questions.statementsAsk && WORD_THAT_ASKS.test(text)) return;
    const stems = stemsIn(turn, stretch);
    const shared = stems.filter((one) => (echo ? knownLast : known).has(one.stem));
    const distinct = new Set(shared.map((one) => one.stem)).size;
    if (distinct < needed || (echo && distinct < stems.length * ECHO_SHARE) || distorts(turn, heard, shared, stretch)) return;
    marks.push({ kind: addsMeaning(turn, lately, text) ? 'complex_reformulation' : 'reformulation', ...stretch });
  };
  for (const find of findAll(turn, formula)) {
    // "What would make you feel safe?" asks; the formula stands inside the question.
    if (find.sentence.asks && find.start > find.sentence.start && turn.lexicon.uptake.asking.test(` ${textOf(turn, find.sentence)}`)) continue;
    if (!/\b(?:pas|not|didn't|don't|never|when|if|quand|do|did|does|would|can|could|have) $/.test(before(turn, find, 10)))
      consider(rest(find), SHARED_WITH_FORMULA, false);
    // «Votre client était parti sans prévenir, donc ce que vous voulez, c'est…»: what is given back stands before the formula.
    if (/^(?:donc|so) /.test(find.words) && find.start > find.sentence.start) consider(find.scope, SHARED_WITH_OPENER, false);
  }
  for (const find of findAll(turn, opener)) {
    const next = turn.text.slice(find.end, Math.min(find.scope.end, find.end + 18));
    const toThem = turn.lexicon.uptake.secondPerson;
    const concludes = /(?:donc|so)\b/.test(find.words) && holds(textOf(turn, find.scope), toThem) && find.sentence.words <= CHECK_WORDS;
    // «Donc je vous propose» opens the learner's own offer, even in the other's words.
    // «Vous avez gardé les tickets ?» asks: in French a statement with a question mark gives back only after «donc».
    const onlyAsks = find.sentence.asks && turn.lexicon.questions.statementsAsk && toAsk(find.words);
    if (find.start === find.sentence.start && !onlyAsks && !holds(next, firstPerson) && !turn.lexicon.uptake.asking.test(next))
      consider(rest(find), concludes ? SHARED_WITH_FORMULA : SHARED_WITH_OPENER, false);
  }
  for (const sentence of turn.sentences) {
    if (sentence.words <= 30 && !holds(textOf(turn, sentence), firstPerson) && !sentence.asks)
      consider({ start: sentence.start, end: sentence.end }, SHARED_IN_ECHO, true);
  }
  const asked = last.sentences.at(-1)?.asks ?? false;
  for (const stretch of reflectionsIn(turn, { stems: known, figures: heard.figures, asked })) consider(stretch, 0, false);
  return marks;
};

/** What follows takes it back, or soothes where something had to be done: beside a promise «ne vous inquiétez pas» harms nothing. */
const dismissedAfter = (turn: Reading, find: Find): boolean => {
  const { but, dismissal, soothing } = turn.lexicon.uptake;
  const later = turn.text.slice(find.end, find.end + 160);
  const turned = findAll({ ...turn, text: later, sentences: [] }, but)[0];
  if (turned === undefined || turned.start >= 110) return false;
  const said = later.slice(turned.end, turned.end + 70);
  return holds(said, dismissal) || (holds(said, soothing) && !holds(later, turn.lexicon.substance.commitment));
};

/** Acknowledges the other's situation; or only goes through the motions. */
export const acknowledgementsIn = (turn: Reading, said: Reading): Mark[] => {
  const { acknowledgement, formulaic, bare, but, minimising } = turn.lexicon.uptake;
  const known = stemSet(said);
  const marks: Mark[] = [];
  const taken = (find: Find): boolean => marks.some((mark) => mark.start < find.end && find.start < mark.end);
  const denied = (find: Find): boolean => /\b(?:ne|n'|pas|not|don't|doesn't|didn't|never|if|si|que) ?$/.test(before(turn, find, 9));
  for (const find of findAll(turn, formulaic)) {
    const specific = stemsIn(turn, { start: find.end, end: find.scope.end }).some((one) => known.has(one.stem));
    if (!denied(find)) marks.push(act(specific && !dismissedAfter(turn, find) ? 'acknowledgement' : 'hollow_empathy', find));
  }
  for (const find of findAll(turn, acknowledgement)) {
    const next = after(turn, find, 24);
    if (denied(find) || taken(find) || find.sentence.asks || /^ (?:rien|que dalle|mal|nothing|wrong)\b/.test(next)) continue;
    // «Je comprends, mais…» acknowledges nothing yet.
    const onlyUnderstands =
      holds(find.words, bare) &&
      find.words.split(' ').length <= 4 &&
      (/^(?: (?:completely|totally|perfectly|fully|bien|tout a fait|parfaitement))?$/.test(next) || new RegExp(`^,? (?:${but.join('|')})\\b`).test(next));
    if (
      onlyUnderstands &&
      find.words ===
        find.words.match(
          /^(?:je (?:vous|te) comprends|i (?:(?:completely|totally|really|fully|do|certainly) )?(?:understand|see|hear|get) (?:you|that|it|this))$/,
        )?.[0]
    )
      continue;
    marks.push(act(dismissedAfter(turn, find) ? 'hollow_empathy' : 'acknowledgement', find));
  }
  // «Trois semaines, c'est pas si grave»: makes little of what the other lives.
  for (const find of findAll(turn, minimising)) if (!find.sentence.asks && !taken(find)) marks.push(act('hollow_empathy', find));
  const warm = marks.some((mark) => mark.kind === 'acknowledgement');
  for (const find of findAll(turn, bare)) {
    const next = turn.text.slice(find.end, find.end + 12);
    const stops = /^ ?(?:[.!;,]|$)/.test(next) || new RegExp(`^,? (?:${but.join('|')})\\b`).test(next);
    // «…, j'imagine» at the end of a sentence only softens it.
    const heads = find.words !== "j'imagine" || before(turn, find, 24).replace(turn.lexicon.statements.lead, '') === '';
    const alone = turn.words <= 8 || new RegExp(`^[,.]? (?:${but.join('|')})\\b`).test(next);
    if (!warm && heads && stops && alone && !taken(find) && !denied(find)) marks.push(act('hollow_empathy', find));
  }
  return marks;
};
