import { has, type Heard, type HeardTurn } from '../heard.ts';
import { bySignal, byWords, type Move } from './move.ts';
import { saysBack } from './uptake.ts';

const bringsFact = (turn: HeardTurn): boolean => has(turn, 'figure', 'example', 'guarantee');
const offers = (turn: HeardTurn): boolean => has(turn, 'guarantee', 'concession', 'commitment', 'information');
const dated = (turn: HeardTurn): boolean => has(turn, 'date');

/** Nothing was offered yet: a question asked now shapes what comes. */
const beforeOffer = (turn: HeardTurn, { sound }: Heard): boolean => {
  const offered = sound.findIndex((one) => has(one, 'advice', 'guarantee', 'concession', 'commitment'));
  return offered === -1 || sound.indexOf(turn) <= offered;
};

const reasons = {
  fr: ['parce que', "parce qu'", 'puisque', "puisqu'", 'étant donné que', 'vu que'],
  en: ['because', 'since we', 'given that', 'the reason is', 'the reason I'],
};

/** Moves of who leads a conversation. */
export const talkingMoves: readonly (readonly [competency: string, moves: readonly Move[]])[] = [
  [
    'arguing',
    [
      byWords('gives_reason', reasons),
      bySignal('answers_with_fact', ['figure', 'example'], (turn) => has(turn, 'information', 'guarantee', 'commitment')),
      bySignal(
        'acknowledges_objection',
        ['acknowledgement', 'reformulation', 'complex_reformulation'],
        (turn) => saysBack(turn) || has(turn, 'acknowledgement'),
      ),
      bySignal('checks_effect', ['closed_question', 'open_question'], bringsFact),
      bySignal('concedes', ['concession', 'ownership']),
      byWords('anticipates', {
        fr: [
          'vous allez me dire',
          'tu vas me dire',
          'vous pourriez me dire',
          'vous me direz',
          'on pourrait objecter',
          'vous vous demandez peut-être',
          'ce qui peut vous gêner',
        ],
        en: [
          'you might say',
          "you'll say",
          'you may say',
          'you could say',
          'you may be wondering',
          'you might be wondering',
          'you might object',
          "I know what you're going to say",
        ],
      }),
    ],
  ],
  [
    'negotiating',
    [
      byWords('states_request', {
        fr: [
          'je vous demande',
          'je te demande',
          'ce que je demande',
          "ce qu'il me faut",
          'il me faut',
          'il me faudrait',
          "j'ai besoin de",
          "j'ai besoin d'",
          'je propose',
          'nous proposons',
          'ma demande',
        ],
        en: ["I'm asking for", "I'd ask for", 'what I need', 'my request', "what I'm proposing", 'I propose', "we're proposing"],
      }),
      byWords('gives_reason', reasons),
      bySignal('explores_interests', ['open_question']),
      byWords('offers_trade', {
        fr: [
          'en échange',
          'en contrepartie',
          'si de votre côté',
          'si de ton côté',
          'à condition que',
          "à condition d'",
          'à condition de',
          'en retour',
          'donnant donnant',
        ],
        en: ['in exchange', 'in return', 'if on your side', 'on the condition', 'on condition', 'provided that', 'as long as you'],
      }),
      bySignal('holds_limit', ['limit']),
      bySignal('closes_precisely', ['commitment'], dated),
    ],
  ],
  [
    'serving-needs',
    [
      bySignal('asks_before_offering', ['open_question', 'closed_question'], beforeOffer),
      bySignal('asks_what_matters', ['open_question']),
      bySignal('restates_need', ['reformulation', 'complex_reformulation'], saysBack),
      bySignal('ties_offer_to_need', ['guarantee', 'concession', 'commitment', 'information'], (turn) => turn.takenUp >= 2),
      bySignal('checks_benefit', ['closed_question'], offers),
      bySignal('sets_next_step', ['commitment'], dated),
    ],
  ],
  [
    'leading',
    [
      bySignal('names_fact', ['figure', 'date', 'example'], (turn) => !has(turn, 'contempt', 'insult')),
      byWords('states_expectation', {
        fr: [
          "j'attends",
          "ce que j'attends",
          'je vous demande',
          'je te demande',
          "j'ai besoin que",
          'je voudrais que',
          "l'objectif",
          "l'attendu",
          'il est important que',
        ],
        en: ['I expect', 'what I expect', "I'm asking you", 'I need you to', "I'd like you to", 'the goal is', 'the target is', 'what I need from you'],
      }),
      byWords('tells_effect', {
        fr: ['résultat', 'conséquence', 'conséquences', 'ça a eu pour effet', 'ça fait que', 'ce qui fait que', 'ce qui veut dire', "l'équipe a dû"],
        en: ['as a result', 'which meant', 'which means', 'the effect', 'the impact', 'the consequence', 'the team had to'],
      }),
      bySignal('listens', ['open_question', 'reformulation', 'complex_reformulation'], (turn) => has(turn, 'open_question') || saysBack(turn)),
      byWords('offers_support', {
        fr: [
          'je peux vous aider',
          "je peux t'aider",
          'je vous aide',
          "je t'aide",
          'je vous accompagne',
          "je t'accompagne",
          "je m'en occupe",
          'je vous décharge',
          'je te décharge',
          'je vous libère',
          'je te libère',
          'vous pouvez compter sur moi',
          'pour vous soulager',
          'de quoi avez-vous besoin',
          'de quoi as-tu besoin',
        ],
        en: [
          'I can help',
          "I'll help",
          'I can take',
          "I'll take",
          'I can free up',
          "I'll back you",
          'I can support',
          "I'll support",
          'what do you need from me',
          'count on me',
          'off your plate',
        ],
      }),
      bySignal('sets_follow_up', ['commitment'], dated),
    ],
  ],
];
