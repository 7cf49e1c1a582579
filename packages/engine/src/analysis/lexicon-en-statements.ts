// Collected by hand for this project; see `lexicon.ts`. Folded text: no accents, lower case.
import type { Lexicon } from './lexicon.ts';

const NOT_YOURS =
  "(?! (?:should|must|ought|better|gotta|got to|have got to|need to|have to|had better|will|shall|can|could|may|might|won't|can't|cannot|are (?:(?:not|never|just|all) )?(?:ever )?(?:gonna|going to)|are welcome|(?:are )?(?:absolutely |completely |totally )?right\\b|'re|are (?:welcome|kidding|joking|late|lucky|wrong|mistaken|fired|supposed)|know|bet|see|guys)\\b)";

export const statementsEn: Lexicon['statements'] = {
  lead: /^(?:(?:hi|hello|hey|so|ok|okay|and|but|because|'?cause|yeah|yep|yes|no|nope|well|right|now|then|also|oh|ah|great|good|wow|all right|alright|sure|i mean|you know|i guess|i think|i suppose|i imagine|i bet|i can tell|i can see|i know|my guess is|i'm guessing|maybe|perhaps|probably|like|kind of|sort of|really|actually|exactly|absolutely|again|uh-huh|got it|at this point|on (?:the )?one hand|on the other hand|in a way|part of you|at the same time|even though|although|then again|today|right now|so far|sometimes|it's like|it's just that|just|(?:that|since|as|where|how|why|which is why|because of)(?= you))(?![a-z'-])[, "-]*)+/,
  concludes: /(?:^|[ ,])(?:so|then)(?![a-z'])/,
  aboutThem: new RegExp(
    `^(?:you(?:(?![a-z'])${NOT_YOURS}|'ve|'d (?!better|have to|need to)|'re (?!(?:(?:not|never|just|all) )?(?:ever )?(?:gonna|going to)|at risk|welcome|right|kidding|joking|late\\b|lucky|wrong|mistaken|fired|supposed))|your\\b|part of you\\b|for you\\b)`,
  ),
  theirs: /^your\b/,
  benefit:
    /^you (?:only |just |simply |all |both )?(?:get|got|pay|sign|call|take|send|give|receive|keep|start|save|choose|pick|go|put|use|press|click|open|read|write|turn|make sure|let me|have (?:our|my|a|the|an|until|access|two|three)|own|buy|order|tell|ask|come|show|bring|try|wait|stop|move|leave|sit)\b/,
  mirrors: [
    '(it |that |this )?(sounds|seems|looks|feels) (to me )?(like|as if|as though|that)(?! (a|an|the|my|our|we|i) )',
    'sounds like',
    "(it |that |this )?(doesn't|didn't|does|did) (sound|seem|look|feel) like( ~)?",
    '(fit|fits|work|works|worked|working|going on|in the way|around|useful|big|new|good|a lot|been|enough) for you( ~)?',
    '(in|part of|side of|point in|place in) your (own )?(life|day|family|world|mind|head|routine|week)( ~)?',
    "(what )?i('m| am)? (also |really |just )?(am |'m )?(hearing|sensing|picking up|noticing)( ~)?",
    'i (hear|sense) (that |a |how |some )?(you|your|it|there|theme|part)?(?! (right|correctly|well)|,)( ~)?',
    'i (get|got|have) (a|the) (sense|feeling|impression)( ~)?',
    'my sense is( ~)?',
    "you('re| are) (feeling|thinking|saying|wondering|hoping|wanting|telling me|describing|noticing|struggling|worried|concerned|afraid|scared|nervous|frustrated|surprised|torn|ready|open to|not (sure|ready|convinced|interested|happy|too|really|so))( ~)?",
    'you (really |kind of |kinda |sort of |also |still |just |do |clearly |certainly |definitely )?(feel|felt|think|thought|want(?! to (know|make sure|talk|see|hear|open|start|look|take|try))|wish|worry|hope|believe|seem|realize|recognize|care about|value|enjoy|wonder|doubt|fear)( ~)?',
    "you('d| would) (really |rather |kind of |also )?(like|love|prefer|rather)( ~)?",
    "you (don't|do not|didn't|haven't|weren't|aren't|couldn't|wouldn't|hadn't|can't (?=seem|imagine|stand|see|tell|bear|shake)) (really |even |quite |necessarily |feel |want |think |see |like |know |seem )( ~)?",
    '(important|hard|difficult|tough|easy|scary|frustrating|stressful|a struggle|a relief|a shock|a priority|a big deal|meaningful|helpful) (for|to) you( ~)?',
    'part of you( ~)?',
    '(for|to) you,? (it|this|that|the)( ~)?',
    'on (the )?one hand( ~)?',
    'on the other hand( ~)?',
  ],
  hardOnThem: [
    "(it|that|this)('s| is| was|'s been| has been| must be)? (really |so |very |pretty |quite |kind of |a little |a bit |just |not |been ){0,3}(hard|tough|difficult|important|scary|frustrating|stressful|confusing|overwhelming|a lot|helpful|a priority|a struggle|a surprise|a shock|tempting|exciting|not about|not that)( ~)?",
    '(nobody|no one|they|he|she|people|everyone|everybody|it|that|this) (ever |really |just |never |always )?([a-z]{3,12}ed|left|let|told|gave|made|put|kept|makes|leaves|puts|keeps|costs|cost|got|took|takes) you( ~)?',
    '(for you|with you|in your|how you|your (own |whole |new )?[a-z]{3,14})( ~)?',
  ],
  generic:
    /^(?:the|a|an|some|many|most|all|both|people|patients|studies|research|experts|doctors|these|those|this|they|he|she|it|there|that|what we|one of|if you|if we|if (?:the|a|it|they|he|she|someone)|[a-z]{3,14}ing|our|my|its|his|her|their|[a-z]{4,14}s)\b/,
  modal: ["(can|could|may|might|will|would|should|must|need|needs|has to|have to|it'll|that'll|they'll|you'll)"],
  knows:
    /^(?:i (?:really |also |just ){0,2}(?:noticed|looked|know (?:that|of)|have (?:some|to tell you)|think (?:that )?(?:it|we|this|that|the|a|there))|i'm (?:required|concerned|worried)|(?:i|we) (?:can|could) (?:give|share|tell|show|explain|write|refer|talk|look|work|offer|start|do|try|set|help|make|get)|i (?:just |also )?(?:want|wanted) to (?:tell|share|talk|let you|make sure|show|give|go over|explain|remind)|i'd like to (?:share|tell|talk|give|go over|show)|(?:i'm|we're) (?:gonna|going to) (?:give|tell|ask|share|talk|go over|start|need|have|do|look|take)|what (?:we|i) (?:can|could|do|know|recommend)|we (?:have|do|know|use|offer|call|usually|also|see|found|give|work|are (?:a|an|the))|we've (?:got|found|seen)|my (?:role|job|concern))(?![a-z'])/,
  directs:
    /^(?:you (?:really |just |definitely |probably |maybe |still |also |do |all ){0,2}(?:should(?! (?:get|have|receive|be (?:getting|receiving|fine|ok)|hear|see|know))|shouldn't|must|mustn't|ought|gotta|need to|have to|don't (?:need|have) to|want to (?:make|be|try|start|look|take|keep|avoid)|(?:should )?(?:might|may) want want|may want|can't (?:just|keep|go|do|drink|smoke|drive|expect))|you(?:'ve|'ll| will) (?:got to|need to|have to|want to)|you'd better|(?:i|we) (?:really |just |do |strongly |would ){0,2}(?:want|need|encourage|urge) you to|i'd (?:like|want) you to|(?:i|we)(?:'d| would)? (?:strongly |really |also |usually |highly ){0,2}(?:recommend|suggest|advise|encourage)|(?:my|the) (?:recommendation|advice|suggestion)|make sure|remember to|don't forget|try (?:to|not|and)|think about|(?:he|she|they) (?:really )?(?:needs?|has|have|should|must|ought) to)(?![a-z'])/,
};
