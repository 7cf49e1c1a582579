import { act, after, before, content, findAll, holds, type Mark, type Reading } from './reading.ts';

const NOT = /\b(?:ne|n'|pas|not|never|jamais|don't|didn't|doesn't|isn't|wasn't|won't) ?$/;

/** «Ce n'est pas tout à fait ma faute», "I wouldn't say it's our fault": a denial with what softens it in between. */
const DISOWNS =
  /(?:\b(?:ne|pas|not|never|jamais|hardly|scarcely)|n't|n')(?: (?:really|exactly|entirely|quite|all|totally|just|necessarily|even|vraiment|tout|a|fait|entierement|forcement|completement|franchement|de|du|say|think|believe|dire|que|c'est|c'etait|it's|that's|it|that|was|is)){0,5} ?$/;

export const mannersIn = (turn: Reading): Mark[] => {
  const { manners, closedDoors } = turn.lexicon;
  const marks: Mark[] = [];
  for (const find of findAll(turn, manners.apology)) {
    const rest = turn.text.slice(find.end, find.end + 90);
    // «Désolé, mais vous auriez dû…» takes the apology back; «pardon ?» asks to repeat; «je ne suis pas désolé» is none.
    const takenBack =
      /^[, ]+(?:mais|but)\b/.test(rest) &&
      (holds(rest, closedDoors.blame) || holds(rest, closedDoors.justification) || holds(rest, turn.lexicon.uptake.dismissal));
    // «Désolée, je n'ai pas le temps» is how a door is closed.
    const turnsAway =
      /^,? (?:mais )?(?:je n'ai|j'ai|on n'a|i don't have|i have no|i've no|i'm (?:busy|in a (?:rush|hurry)))(?: pas| plus)?(?: (?:le|du|any|the|much))?(?: temps| time|$|[.,])/.test(
        rest,
      );
    // «Tu veux que je m'excuse ?» asks whether to.
    const asks =
      find.sentence.asks && (find.sentence.words <= 2 || (/excuse|apolog/.test(find.words) && !turn.text.slice(find.end, find.sentence.end).includes(',')));
    // «Désolé si tu l'as mal pris» is sorry for how it was taken, not for what was done.
    if (/^ (?:si (?:vous|tu|ca|cela|jamais)|if (?:you|it|that|this|anyone))\b/.test(rest)) marks.push(act('hollow_empathy', find));
    else if (
      !takenBack &&
      !turnsAway &&
      !asks &&
      !NOT.test(before(turn, find, 12)) &&
      !/\b(?:vous|te|you|should|devez|devriez|attends|demande|expect|want)(?: \w+)? $/.test(before(turn, find, 22))
    )
      marks.push(act('apology', find));
  }
  for (const find of findAll(turn, manners.ownership)) {
    const lead = before(turn, find, 14);
    // "I'd say I'm responsible" praises oneself.
    if (
      !NOT.test(lead) &&
      !DISOWNS.test(before(turn, find, 40)) &&
      !/\b(?:si|if|que|qu'|say|says|think) ?$/.test(lead) &&
      !/^ (?:pas|not)\b/.test(after(turn, find)) &&
      !find.sentence.asks
    )
      marks.push(act('ownership', find));
  }
  for (const find of findAll(turn, manners.thanks)) {
    const lead = before(turn, find, 12);
    const order = manners.notThanks.test(lead) || manners.notThanks.test(turn.text.slice(find.end, find.end + 30));
    if (!order && !NOT.test(lead)) marks.push(act('thanks', find));
  }
  for (const find of findAll(turn, manners.greeting)) {
    if (find.start <= 12 && !/\b(?:dire|dit|say|said|a|an|une?|the|my|your|toute la|la) $/.test(turn.text.slice(0, find.start)))
      marks.push(content('greeting', find));
  }
  for (const find of findAll(turn, manners.wrapsUp)) {
    if (!find.sentence.asks && !NOT.test(before(turn, find, 12)) && !/^ (?:pas|de prendre|d'avoir|reflechir)\b/.test(after(turn, find)))
      marks.push(act('wraps_up', find));
  }
  const last = turn.sentences.at(-1);
  for (const find of findAll(turn, manners.wrapsUpAtEnd)) {
    const closing = last !== undefined && find.start >= Math.min(last.start, turn.text.length - 30) && find.end >= turn.text.trimEnd().length - 24;
    // «Jusqu'à vendredi», «de lundi à vendredi» tell how long.
    if (
      closing &&
      !/\b(?:une|un|la|a|the|of|passe|passer|lundi|mardi|mercredi|jeudi|can|could|may|might|would|should|to|not|didn't|they'll|he'll|she'll) $|jusqu'$/.test(
        before(turn, find, 12),
      )
    )
      marks.push(act('wraps_up', find));
  }
  return marks;
};
