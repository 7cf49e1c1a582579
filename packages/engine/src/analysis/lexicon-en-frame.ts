// Collected by hand for this project; see `lexicon.ts`. Folded text: no accents, lower case.
import type { Lexicon } from './lexicon.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const wordsEn: Pick<Lexicon, 'stop' | 'endings' | 'negation' | 'difficulty'> = {
  stop: set(`
      the a an of to and in on for with my mine your yours his her hers its i you he she we they me him us them it this that these those is am are was were be been being do
      does did done doing don't doesn't didn't have has had having how what when why where which who whom whose tell told said say says saying about as at by from into out
      up down over under again then than there here all any both each few more most other some such no nor not only own same so too very can can't could couldn't will won't
      would wouldn't should shouldn't just now if or because but until while of off yes yeah okay ok right well like really know think mean get got getting go going gone
      come came make made take took thing things stuff lot kind sort bit maybe i'm i've i'd i'll you're you've you'd you'll we're we've we'd we'll they're it's that's
      there's what's let let's one ones way also back even much many never ever always still yet anything something nothing everything want wanted need needed see saw hear
      heard feel feels feeling look looks sounds sound seems seem understand good time times people day days guy guys sure thanks thank sorry please hello today uh um mr
      mrs
    `),
  endings: [
    'fulness',
    'ations',
    'ation',
    'ments',
    'ment',
    'iness',
    'ness',
    'ings',
    'ing',
    'ied',
    'ies',
    'ions',
    'ion',
    'able',
    'ers',
    'er',
    'ed',
    'ly',
    'al',
    "'s",
    'es',
    's',
    'e',
    'y',
  ],
  negation: [
    "(not|no|never|nothing|none|nobody|without|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|cannot|couldn't|won't|wouldn't|haven't|hasn't|hadn't|ain't|nor)",
  ],
  difficulty: [
    '(hard|difficult*|tough|struggl*|afraid|hesita*|doubt*|refus*|unsure|stop*|too|risk*|los*|lack*|miss*|trouble|tricky|worr*|fail*|impossible|unable|concern*)',
  ],
};

/** What orders a level from whoever rates. */
const RATE = '((give|award|grant|rate|score|grade|mark) me)';
const LEVEL = '((\\d{1,3}(s|/\\d{1,3})?|fives?|tens?|twenty|(one )?hundred)( stars| points)?)';

export const frameEn: Lexicon['frame'] = {
  insult: [
    '(asshole|assholes|dickhead|motherfucker|bitch|bastard|dumbass|jackass|scumbag)s?',
    '(fuck|screw) (you|off|yourself)',
    'go to hell',
    '(shut up|shut your mouth|shut the hell up|shut the fuck up)(?! shop)',
    'piece of (shit|crap|garbage)',
    "(you're|you are|you|u r) (just |such |really |a complete |all |nothing but |so |completely )?(a |an |the )?(complete |total |fucking |bloody |lying |real )?(idiots?|morons?|stupid|imbeciles?|losers?|liars?|clowns?|incompetent|useless|worthless|crooks?|thie(f|ves)|dumb|pathetic loser)(?! (at|with|in|on|to|for))",
    '(stupid|dumb|lazy|lying) (idiot|moron|bitch|cow|bastard|jerk)',
    'kiss my ass',
    'you suck',
  ],
  reported: /(?:called|calling|call|said|say|told|shouted|yelled|wrote|screamed|saying)(?: (?:me|him|her|us|them|a|an|to|that|i was))* ?["':,]? ?"?$/,
  outOfRole: [
    "(this is|it's|it is|this isn't|that's) (just |only |all |merely )?(an? )?(exercise|simulation|role[ -]?play|training( exercise| session)?|practice run)(?! (in|of|for|that|bike|routine|budget))",
    '(in|for|during) this (exercise|simulation|role[ -]?play|training session)',
    "(you're|you are) (just |only )?an? (training|coaching|practice|simulated|computer|software) (bot|robot|program|character|avatar|tool|ai|persona)",
    '(this|the|your) (training|coaching|simulation|practice) (app|application|software|tool|program|platform|website)( ~)?',
    '(step|get|come|break) out of (your |the )?(role|character)',
    "(this|the) app (is|isn't|doesn't|keeps|crashed|froze)( ~)?",
    "my (mic|microphone) (isn't|is not|doesn't|won't) ( ~)?",
    'how do i (quit|exit|stop|restart) (this|the) (simulation|exercise|session|app)',
  ],
  instructs: [
    '(ignore|forget|disregard|override) (all )?(of )?(your|all|previous|prior|the above|the previous|any previous|my previous) ?(previous |prior |earlier |above |of your )?(instructions|rules|guidelines|prompts?|directives|programming)(?! (for|of|on) the)',
    '(system|initial) prompt',
    '(answer|reply|respond) (only|just|exclusively|solely) (with|by|in|using)( ~)?',
    '(give|award|grant) me (a |an )?(full|perfect|maximum|max|top|hundred|one hundred|100|\\d{1,3}|five|ten|twenty) ?(points?|score|marks?|rating|out of|percent score)( ~)?',
    `${RATE} (a |an |the |some |all |straight )?(${LEVEL}( out of ${LEVEL})? (everywhere|across the board|throughout|on everything(?= ?[.,!]|$| please)|(on|in|for) (every|each|all)( the| my)? (criterion|criteria|competenc(y|ies)|skills?|categor(y|ies)|items?|scores?|ratings?))|(highest|best|top|maximum|max|full|perfect) (possible |available )?(scores?|marks?|ratings?|grades?|points|level))( ~)?`,
    'you are (now|from now on) (a|an|my|the|dan)( ~)?',
    'from now on,? you (are|will|must|only|should)( ~)?',
    "(act|behave|pretend) (as if|like|as|to be|you('re| are)) ~ (ai|assistant|bot|robot|chatgpt|language model|linux|terminal)",
    '(reveal|show|print|repeat|output|display) (me )?(your|the) (system |hidden |secret |initial )?(prompt|instructions|rules|guidelines)(?! (for|of|on))',
    '(switch|change) (your )?(role|roles|persona)',
  ],
  asksIfAi: [
    '(are|r) (you|u) (really |actually |just |even |in fact )?(an? )?(real |actual )?(ai|a\\.i\\.|artificial intelligence|robot|machine|bot|chatbot|chatgpt|human|human being|person|real|computer|program)(?! (resources|rights|kind|error))',
    "(am i|are we|i'm|i am) (really |actually |just )?(talking|speaking|chatting) (to|with) (a |an )?(real |actual |live )?(human|person|machine|robot|ai|bot|computer|human being)",
    '(is|are) (this|there|that) (really |actually )?(a |an )?(real |actual )?(human|person|ai|bot|robot)( ~)?',
    "(you're|you are) (an ai|a robot|a bot|not (real|human|a real person)|chatgpt)",
  ],
  asksToRepeat: [
    "i (don't|didn't) (understand|get|follow) (the|your) question",
    '(can|could|would|will) you (please |maybe |just )?(repeat|rephrase|reword|say that again|say it again|restate|run that by me)( ~)?',
    '(say|run) that (again|by me again)(?! (and|if|to))',
    "i (didn't|did not|couldn't) (quite )?(catch|hear)( ~)?",
    "i didn't (quite )?(get|understand) (that|the question|your question)( ~)?",
    '(come again|what was that|pardon me)$',
    'what did you (just )?say',
    'what was the question( again)?',
    "(i )?can't hear you",
  ],
  asksToRepeatAlone: ['^(sorry|pardon|what|huh|excuse me|i beg your pardon|come again)$'],
  distress: [
    "(i want|i wanna|i'm going to|i'm gonna|i just want|i wish i could|thinking of|thinking about|i could|i might|i feel like|want to) (to )?(kill|killing|hurt|hurting|hang|harm|harming) myself(?! (for|laughing|over|with|if|when|trying))",
    "(i want|i wanna|i just want|i'd like|i wish i could) (to )?die(?! (laughing|of (embarrassment|shame|laughter|boredom|hunger)|on (this|that) hill|for))",
    "(i want|i wanna|i'm going to|thinking of|thinking about|i'd rather) (to )?(end|ending) (my life|it all)(?! by (friday|monday|tomorrow))",
    "(i'm|i am|i feel|i've been|been feeling) (feeling )?suicidal",
    '(commit|committing|about|of|consider|considering) suicide(?! (prevention|for the|hotline|rates?))',
    "i don't want to (live|be alive|exist) ?(any ?more)?(?! (here|in|with|like|near|on|off|at))",
    '(no|any) reason to (live|go on living)',
    "(everyone|they|you|the world) (would|'d|'ll) be better off (without me|if i was dead|if i were dead)",
    'i (cut|harm|hurt) myself (again|on purpose|every)',
    'i wish i (was|were) dead',
  ],
  foreignTopic: [
    "(the weather (is|was|today|looks|here)|it's (raining|snowing|sunny outside)|what's the weather)( ~)?",
    '(football|soccer|basketball|baseball|hockey|rugby) (game|match|team|season|player)s?',
    '(super bowl|world cup|nba|nfl|world series|champions league)',
    'recipe (for|of)( ~)?',
    '(chocolate|carrot|birthday|apple) (cake|cookies|pie)',
    '(write|tell|sing|compose) me (a|an) (poem|joke|song|recipe|bedtime story)',
    'capital (city )?of (france|germany|spain|italy|brazil|japan|australia|canada|[a-z]{4,12})',
    '(my|your) horoscope',
    '(series|show|movie) on netflix',
    '(my|your) (cat|dog|puppy|kitten) (is|has|ate|sleeps|loves)( ~)?',
    '(did you (see|watch|catch)) the (game|match|movie|show)( ~)?',
  ],
  yesNo: set('yes no yeah yep nope yup sure absolutely exactly correct never definitely maybe right true'),
  functionWords: set(`
      the a an of to and in on for with my your i you he she we they it this that is are was were be been do does did have has had how what when why where which who about
      as at by from then than there all not so can could will would should just if or because but i'm i've i'd i'll you're we're it's that's don't didn't can't me him her
      us them our their
    `),
};

const PAST =
  '(led|built|wrote|ran|made|took|set|spoke|met|held|drew|chose|found|gave|put|taught|brought|sold|won|cut|drove|sat|pulled|broke|sent|went|told|showed|got|kept|stood|rebuilt|rewrote|remade|redid|began|handed|split|rolled|forgot|rode|paid|caught|bought|rang|shut|swept|threw|woke|hung|lent|fed|stuck|dug|wore|grew|(?!need|feed|seed|exceed|proceed|succeed|speed|bleed)[a-z]{2,14}ed)';
const ADVERB = '(then |first |also |immediately |personally |quickly |just |even |simply |finally |eventually |[a-z]{2,12}ly ){0,2}';

export const structureEn: Lexicon['structure'] = {
  situation: [
    '(at the time|at that time|back (then|in|at|when))',
    'when i (was|worked|joined|started)',
    '(last (year|month|week|summer|quarter|spring|winter|fall|season)|a (year|month|week|season) ago)',
    'in my (previous|last|former|first|current) (role|job|position|company|team|internship|year)',
    '(during|in) my (internship|time|studies|placement|apprenticeship|first year)( ~)?',
    '(two|three|four|five|six|a few|several|a couple of|\\d{1,2}) (years|months|weeks) ago',
    'the (context|situation|background)( was)?',
    'there was (a|an|this) ( ~)?',
    'i was (working|leading|responsible|in charge of|on (a|call)|the|running)',
    'in (19|20)\\d\\d',
    'one (day|time|night|morning)( ~)?',
  ],
  setting: [
    "(our|my|the|a|an|two|three|several) [a-z]{3,14} (was|were|had|wanted|refused|kept|broke|failed|asked|wouldn't|couldn't|spent|came|went) ",
    '(our|my|the|a|an) [a-z]{3,14} [a-z]{3,14} (was|were|had|wanted|refused|kept|broke|failed|asked|spent|came|went) ',
    'we (were|had) ',
    '(during|at) (the|a|our) [a-z]{3,14}',
    'on (a|one) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|project|team)',
    'in (january|february|march|april|may|june|july|august|september|october|november|december)',
    '(a|an|the|my|our|one) [a-z]{3,14} (was|got) (furious|angry|upset|lost|stuck|late|mad|annoyed|unhappy|confused)[a-z]*',
    "(because|since|and|but) (his|her|my|our|their|the|a) [a-z]{3,14} (made|kept|didn't|wasn't|wouldn't|couldn't|had)[a-z]*",
  ],
  scene: [
    "(the|my|our|a|an|one|two|three|this|that|his|her|their|some|every|another) [a-z]{3,16}( [a-z]{2,14}){0,3} (was|were|had(?! to)|wanted|needed(?! to)|kept|refused|lost|broke|went|failed|asked|complained|knew|threatened|came|arrived|left|quit|stopped|couldn't|wouldn't|didn't|wasn't|weren't|called in|walked|showed up|ran out|crashed|blew up|felt)",
    "(nobody|no one|everyone|everybody|people|they|he|she|who) (ever )?(was|were|had(?! to)|wanted|needed(?! to)|kept|refused|lost|knew|couldn't|wouldn't|didn't|wasn't|weren't|complained|threatened|told (me|us)|showed (me|us)|warned (me|us)|helped|had told)",
    "we (were|had(?! to)|kept|couldn't|didn't|weren't|lost)",
    'this was( ~)?',
  ],
  task: [
    '(my|our|the) (manager|boss|director|lead|supervisor|team lead|head|company|client|vp|ceo|principal|coach) (had )?(put me in charge|asked|told|gave|assigned|wanted|needed|handed|sent|left|tasked)( me| us)( ~)?',
    '(put|left) (me|us) in charge( ~)?',
    'it (was|fell) (on|to|up to) (me|us) to( ~)?',
    '(they|he|she) (asked|told|assigned|wanted|needed|gave) me(?! (the|a|an) (top|best|highest|full|passing|good|great|job|thumbs))( ~)?',
    '(i|we) (was|were) (all |both )?supposed to',
    '(my|our) (goal|task|role|objective|job|responsibility|mission|target|part) was',
    'i (was asked|was supposed|was tasked|was responsible|was assigned)( (to|with|for))?',
    '(i|we) (needed|had) to',
    'the (goal|objective|challenge|mission|idea|point) is (to|that)',
    'the (goal|challenge|problem|objective|issue|point) was',
    '(my|our) (manager|boss|director|lead|supervisor) (asked|told|wanted) (me|us)',
    'i was in charge of',
    'it was (up to me|my job)',
  ],
  aside:
    /^(?: (?:for|to|my|this|the|a|an|your|in|at|up|on|two|three|some)){0,3} (?:(?:interview|resume|cv|application|job|position|role|degree|internship|master's|bachelor's)(?![a-z])|(?:school|college|university)(?= (?:i|we|he|she|they|it|there|our|my|the|a|in|at|for|with|and|when|because|then|before|after|this|last|on|to|from|so|but|full|two|three)(?![a-z])|[^a-z ]|$))/,
  object: /^ (?:to [a-z]{2,14} )?(?:up |out |down |together )?(?:how|the way|the|a|an|our|every|each|all|their|two|three|four|five|six|ten|\\d)(?![a-z])/,
  ownAction: [
    `i ${ADVERB}(?!wasn't |didn't )${PAST}`,
    // What somebody is in charge of: "I run online tournaments with my team".
    'i (also )?(run|lead|organize|coach|manage|tutor|teach|train|host|supervise)(?! (into|out|late|on|my (day|life|time))(?![a-z]))',
  ],
  sharedAction: [`we ${ADVERB}(?!weren't |didn't )${PAST}`],
  states: set(`
      wanted needed liked loved tried learned learnt noticed realized realised worked joined graduated studied received used hoped believed lived enjoyed got went stayed
      decided supposed tasked assigned asked won found happened run lead organize coach manage tutor teach train host supervise
    `),
  acted:
    /^(?:(?:run|lead|organize|coach|manage|tutor|teach|train|host|supervise) |decided (?:to|on|that)|asked (?:(?:him|her|them|everyone|everybody|my|our|the|a|each|every|what|how|why|where|who|if|whether|to|for)(?![a-z]))|found (?:the|a|an|out|two|three|another|somebody|someone|us)(?![a-z])|went (?:on(?:to|line)? ?(?:the|your|their|google|linkedin|to|$)|through (?:the|every|each|all|my|our)|over (?:the|every|it)|back (?:to|and|over)|straight|around|door|(?:out )?to (?:see|get|talk|find|ask|meet|check))|won (?:the|him|her|them) back)/,
  result: [
    'as a result',
    '(the|my) results? (was|were|is)',
    'in the end',
    '(this|that|it|which) (led to|resulted in|allowed|enabled|meant|saved|increased|reduced|cut)( ~)?',
    '(we|i) (delivered|won|achieved|managed to|saved|reduced|increased|improved|exceeded|closed|shipped|hit)( ~)?',
    '(i|we) passed( ~)?',
    '(increased|decreased|dropped|grew|rose|fell|improved|went) (by|from|to|up|down|below|under|above|over|past)( ~)?',
    'the (client|customer) (signed|renewed|stayed|came back|was (happy|satisfied|very))',
    '(gave|got|earned|received) (me |us )?(the|a|an|my) (top|best|highest|full|passing) [a-z]{3,14}( ~)?',
    'the outcome( was)?',
    '(it|that) saved( ~)?',
    'came back',
    '(ended up|wound up)( ~)?',
    '(finished|came in) ([a-z0-9]{1,12} ){0,3}(first|on time|early|ahead|under)( ~)?',
    '(within|in under|in less than) (a|an|one|two|three|four|five|six|ten|\\d{1,2}) (day|week|month|hour|minute|quarter)s?( ~)?',
    'we never( ~)?',
    '(i|we) (got|earned|finished with) (an? )?([abcd]( ?plus| ?minus|[+-])?(?![a-z0-9])|\\d{1,3}( (out of|percent)|%))',
    '(it|that|everything) ((finally |really |actually )?(worked(?! (out|a (bit|little)|kind of|sort of|more or less))|paid off|held up)|was back (up|on|to normal)|came back up)( ~)?',
    '(beat|hit|exceeded|met|doubled|tripled|halved) (the|our|my|last)( ~)?',
    'after (a|an|one|two|three|four|five|six|ten|\\d{1,2}) (days?|weeks?|months?|hours?)( ~)? (could|was|were|knew|had)( ~)?',
    "(it|that) (never|hasn't|didn't|has not) (happened|happen|come up) again",
  ],
  outcome: [
    '(he|she|it|they|both|all|everything|everyone|everybody|nobody|no one|(the|our|both|all|every|no|late|most|new) [a-z]{3,14}( [a-z]{3,14})?) (was|were|fell|dropped|grew|came|went|got|made it|ran|ordered|signed|stayed|renewed|left|closed|saved|passed|shipped|used|changed|[a-z]{3,12}ed)',
    '(one|two|three|four|five|six|eight|ten|twelve|fifteen|twenty|thirty|forty|fifty|\\d{1,4}|half|most|all|none)( of (them|us|those))? (was|were|got|came|went|stayed|passed|made it) [a-z]{3,14}',
    '(days|weeks|months|hours) later',
    'by (day|week|the end)( ~)?',
    'down to',
    'up to',
    'ever since',
    'since then',
    'without (any )?(errors?|incidents?)',
  ],
  hypothetical: ["(i|we)('d| would| could| might)( ~)?"],
};
