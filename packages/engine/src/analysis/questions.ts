import { act, before, findAll, holds, textOf, type Find, type Mark, type Reading } from './reading.ts';
import { phrasesOf } from './phrases.ts';

const ends = (turn: Reading, find: Find): string => textOf(turn, find.scope);

/** A question word opens a question at the start of a clause; «je sais comment vous…» and "what he cares about" tell, they do not ask. */
const opensClause = (turn: Reading, find: Find): boolean => {
  const lead = before(turn, find, 40);
  if (lead === '') return true;
  // «Et qu'est-ce qui…», «bon alors comment…»: what only ties a sentence to the one before leaves the clause open.
  if (/^(?:(?:et|mais|alors|donc|bon|ok|ah|oui|non|and|but|so|ok|okay|well),? )+$/.test(lead)) return true;
  // «…et je voudrais comprendre comment…» asks wherever it stands.
  if (/^(?:j'aimerais|je voudrais|je voulais|je souhaiterais|i'd|i would|i wanted) /.test(find.words) && !/\b(?:si|que|if|that) $/.test(lead)) return true;
  if (find.sentence.asks && turn.locale === 'fr') return !/\b(?:savez|sais|sait|pouvez vous me dire|expliquer|comprendre) $/.test(lead);
  return (
    !turn.lexicon.questions.indirect.test(lead) &&
    (/(?:[,:"] ?|^)$/.test(lead) ||
      /(?:^|[ ,'])(?:et|mais|alors|donc|oui|non|ok|bon|d'accord|euh|ah|du coup|justement|bonjour|and|but|so|okay|yeah|well|right|then|or|now|um|like|i mean|vous|toi|moi|aujourd'hui|concretement|avant|surtout|par contre|sinon|monsieur|madame) $/.test(
        lead,
      ) ||
      find.sentence.asks ||
      !hasStop(turn, find))
  );
};

/** A sentence without a stop comes from a recogniser or a hurried hand: nothing can be read from the absence of a question mark. */
const hasStop = (turn: Reading, find: Find): boolean => /^[\s"»)]*[.?!]/.test(turn.text.slice(find.sentence.end));

/** "What's important is we look at it": says what it seems to ask. */
const CLEFT =
  /^what(?:'s| is| are)? [a-z']+(?: (?:here|most|now|right now|to (?:me|us)|for (?:me|us))){0,2} (?:is|isn't|was)(?! (?:it|he|she|that|this|there)(?![a-z]))(?![a-z'])/;
const cleft = (turn: Reading, find: Find): boolean => !find.sentence.asks && CLEFT.test(turn.text.slice(find.start, find.sentence.end));

/** In text with stops, an English clause that ends with a full stop asks only when verb and subject are swapped. */
const askedForm = (turn: Reading, find: Find): boolean =>
  turn.locale === 'fr' ||
  find.sentence.asks ||
  (!hasStop(turn, find) && !cleft(turn, find)) ||
  /^(?:tell|walk|talk|what i'd|what i would|what i'm|help|say|describe|give|explain|remind|just remind|start|begin|i'd|i would|i'm|i am|i was|i want|i wanted|can|could|would)\b/.test(
    find.words,
  ) ||
  /^(?:what|how|why)(?: else)? (?:do|does|did|would|could|can|should|will|are|is|was|were|have) (?:you|your|we|i|that|it|this|he|she|they)\b/.test(find.words);

const skewed = (turn: Reading, find: Find): boolean => {
  const { accusing, leading } = turn.lexicon.questions;
  const text = ends(turn, find);
  return holds(text, accusing) || holds(text, leading);
};

const overlaps = (marks: readonly Mark[], find: Find): boolean => marks.some((mark) => mark.start < find.scope.end && find.start < mark.end);

/** "Do it now.", "have it your way": the form of a question and an order. */
const ORDERS = /^(?:do|have) (?:it|that|this)(?![a-z])/;

/** "When I was young", "where we live", told without a stop: a question word with its subject and no helping verb. */
const SETS_SCENE =
  /^(?:when|where|which|who)(?! (?:do|does|did|is|are|was|were|will|would|can|could|should|has|have|had|else|exactly)(?![a-z]))(?: [a-z']+){3}/;

/** Verb and subject swapped in the middle of endless text: "…that's awful can I see the confirmation". */
const SWAPPED = /^(?:do|does|did|can|could|would|will|have|should|may|shall) (?:you|we|i|they|he|she)$/;
const NO_QUESTION = /\b(?:so|neither|nor|than|as|what|how|why|if|that|all|only|never|rarely|and all|which|who|where) $/;

/** Words that ask in two or three words, without a stop: «qui vote», "why february". "Why not" agrees. */
const BARE: Readonly<Record<Reading['locale'], RegExp>> = {
  fr: /^(?:et |mais |alors )?(?:(?<opens>pourquoi|comment)|qui|quand|combien|lequel|laquelle|lesquels|quel(?:le)?s?)(?! (?:pas|que|meme|sait)(?![a-z])) [a-z]+(?: [a-z]+)?$/,
  en: /^(?:and |but |so )?(?:(?<opens>why|how)|who|when|where|which|whose|how (?:many|much|long))(?! (?:not|ever|i|we|knows?|cares?|come)(?![a-z])) [a-z]+(?: [a-z]+)?$/,
};
/** «Alors ?», "so?": ask the other to go on. */
const GO_ON = /^(?:so|and|then|alors|donc|et)$/;

/** What stands before a find in its sentence, without what ties the sentence to the one before. */
const headOf = (turn: Reading, find: Find): string => turn.text.slice(find.sentence.start, find.start).replace(turn.lexicon.statements.lead, '');

/** "Did you like how they raised you?" asks for a yes: the question word stands inside. So does «sur une échelle de 1 à 10» for a number. */
const asksClosed = (turn: Reading, find: Find): boolean => {
  const { inverted, scale } = turn.lexicon.questions;
  const lead = headOf(turn, find);
  return (find.sentence.asks && lead !== '' && inverted.test(lead)) || holds(textOf(turn, find.sentence), scale);
};

/** `picked` are the reformulations: «donc vous n'êtes pas fier ?» checks what was understood and is not a question of its own. */
export const questionsIn = (turn: Reading, picked: readonly Mark[]): Mark[] => {
  const { open, openHead, openTail, closed, closedIndirect, inverted, accusing, statementsAsk } = turn.lexicon.questions;
  const marks: Mark[] = [];
  for (const find of findAll(turn, open)) {
    if (opensClause(turn, find) && askedForm(turn, find) && !asksClosed(turn, find) && !skewed(turn, find)) marks.push(act('open_question', find));
  }
  for (const find of findAll(turn, openHead)) {
    const lead = before(turn, find, 40);
    const heads = lead === '' || (/(?:^|, ?)(?:[a-z']+,? ){0,3}$/.test(lead) && !turn.lexicon.questions.indirect.test(lead));
    if (find.sentence.asks && heads && !asksClosed(turn, find) && !overlaps(marks, find) && !skewed(turn, find)) marks.push(act('open_question', find));
  }
  for (const find of findAll(turn, openTail)) {
    if (find.sentence.asks && find.end >= find.sentence.end - 12 && !asksClosed(turn, find) && !skewed(turn, find))
      marks.push(act('open_question', { ...find, start: find.scope.start }));
  }
  for (const find of findAll(turn, closed)) {
    // "Very appealing, isn't it?" seeks assent to a statement.
    if (/n't /.test(find.words) && find.end >= find.sentence.end && /, ?$/.test(before(turn, find, 3))) continue;
    // "So do I", "neither did we" agree.
    if (!find.sentence.asks && /\b(?:so|neither|nor) $/.test(before(turn, find, 9)) && / (?:i|we|they|he|she)$/.test(find.words)) continue;
    const asked =
      find.sentence.asks ||
      (!statementsAsk && headOf(turn, find) === '' && inverted.test(find.words) && !ORDERS.test(find.words)) ||
      (!hasStop(turn, find) && opensClause(turn, find) && turn.locale === 'fr') ||
      (!hasStop(turn, find) && headOf(turn, find) === '' && !SETS_SCENE.test(turn.text.slice(find.start, find.sentence.end))) ||
      (!hasStop(turn, find) && !statementsAsk && SWAPPED.test(find.words) && !NO_QUESTION.test(before(turn, find, 20)));
    if (asked && !overlaps(marks, find) && !holds(ends(turn, find), accusing)) marks.push(act('closed_question', find));
  }
  for (const find of findAll(turn, closedIndirect)) {
    // "I wonder if it pays" muses; what is wondered about the other, or with a question mark, is asked.
    const muses =
      !find.sentence.asks && /^(?:i (?:just |also )?wonder |je me demande )/.test(find.words) && !holds(ends(turn, find), turn.lexicon.uptake.secondPerson);
    if (!muses && !overlaps(marks, find) && !holds(ends(turn, find), accusing)) marks.push(act('closed_question', find));
  }
  for (const sentence of turn.sentences) {
    const bare = sentence.words <= 3 && !sentence.asks ? textOf(turn, sentence).match(BARE[turn.locale]) : null;
    const free = !marks.some((mark) => mark.start < sentence.end && sentence.start < mark.end);
    if (bare !== null && free && !hasStop(turn, { ...sentence, words: '', scope: sentence, sentence }))
      marks.push({ kind: bare.groups?.['opens'] === undefined ? 'closed_question' : 'open_question', start: sentence.start, end: sentence.end });
    if (sentence.asks && GO_ON.test(textOf(turn, sentence))) marks.push({ kind: 'closed_question', start: sentence.start, end: sentence.end });
    // «…, d'accord ?», "…, okay?" seek assent to a statement and ask for nothing.
    if (!sentence.asks || sentence.words < 2 || /, (?:d'accord|ok|okay|hein|yeah|alright)$/.test(textOf(turn, sentence))) continue;
    const find: Find = { start: sentence.start, end: sentence.end, words: textOf(turn, sentence), scope: sentence, sentence };
    if (!overlaps(marks, find) && !overlaps(picked, find) && !holds(find.words, accusing)) marks.push(act('closed_question', find));
  }
  return marks;
};

/** Whether what was said ends by asking for a yes or a no: then «oui» is an answer. */
export const asksForYesOrNo = (said: Reading): boolean => {
  const last = said.sentences.at(-1);
  if (last === undefined || !last.asks) return false;
  return said.text.slice(last.start).search(phrasesOf(said.lexicon.questions.open)) < 0;
};
