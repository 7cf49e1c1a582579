import type { SignalKind } from '@coachvisio/contract/signal.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import { describe, expect, it } from 'vitest';
import type { TurnContext } from './analyse.ts';
import { kinds } from './analyse.testing.ts';

/** What fools a reader of surface forms. Each row: the turn, what it holds, what it does not, and what was said before. */
interface Row {
  readonly text: string;
  readonly is?: readonly SignalKind[];
  readonly not?: readonly SignalKind[];
  readonly said?: string;
  readonly over?: Partial<TurnContext>;
}
type Traps = Readonly<Record<string, readonly Row[]>>;

const UPTAKE: readonly SignalKind[] = ['reformulation', 'complex_reformulation'];
const STAR: readonly SignalKind[] = ['situation', 'task', 'action', 'result'];
const ALONE = "Le vendredi, il n'y avait plus rien. Si on m'avait prévenu à temps, je sauvais l'inventaire.";
const LATE = 'On a deux semaines de retard et le client parle de pénalités.';
const structured = { structured: true };

const fr: Traps = {
  'elisions and apostrophes': [
    { text: 'qu est ce qui vous bloque', is: ['open_question'] },
    { text: 'Qu’est-ce qu’il vous faudrait pour être rassuré ?', is: ['open_question'] },
    { text: "est-ce qu'on peut se voir jeudi", is: ['closed_question'] },
    { text: 'je comprends que l’usine vous inquiète', is: ['acknowledgement'] },
  ],
  'a question without its mark': [
    { text: 'comment vous voyez la suite', is: ['open_question'] },
    { text: 'avez-vous déjà signé', is: ['closed_question'] },
    { text: 'et du coup vous faites comment', is: ['open_question'] },
    { text: 'donc personne vous a prevenu', is: ['reformulation'], said: 'On a trouvé la panne le lundi, personne ne nous avait rien dit.' },
    { text: 'donc personne vous a prevenu', is: UPTAKE.slice(0, 1), said: ALONE },
  ],
  'a closed question with open words': [
    { text: "Est-ce que vous savez comment ça s'est passé ?", is: ['closed_question'], not: ['open_question'] },
    { text: 'Vous avez signé quand ?', is: ['closed_question'], not: ['open_question'] },
    { text: 'Avez-vous déjà pensé à ce que ça coûte ?', is: ['closed_question'], not: ['open_question'] },
  ],
  'an open question in a statement': [
    { text: 'Je sais comment vous travaillez.', not: ['open_question', 'closed_question'] },
    { text: 'Je vais vous expliquer pourquoi on est en retard.', not: ['open_question'] },
  ],
  negations: [
    { text: 'Je ne comprends pas votre colère.', not: ['acknowledgement', 'hollow_empathy'] },
    { text: 'Je ne suis pas désolé du tout.', not: ['apology'] },
    { text: 'Je ne vous envoie rien demain.', not: ['commitment'] },
    { text: "Ce n'est pas de ma faute.", is: ['justification'], not: ['ownership'] },
    { text: 'Je ne vous conseille pas de déléguer.', not: ['advice'] },
    { text: 'Vous ne payez rien tant que ça ne tourne pas.', is: ['guarantee'] },
  ],
  'understanding that is taken back': [
    { text: "Je comprends, mais c'est la procédure.", is: ['hollow_empathy'], not: ['acknowledgement', ...UPTAKE] },
    { text: 'je comprends que ce soit dur mais tout le monde est débordé', is: ['hollow_empathy'], not: ['acknowledgement'] },
    { text: 'Je comprends votre frustration, mais on est tous sous pression.', not: UPTAKE, said: LATE },
    { text: 'Désolé, mais vous auriez dû prévenir.', is: ['blame'], not: ['apology'] },
    { text: 'Je comprends que ce soit dur, mais je peux décaler la livraison à jeudi.', is: ['acknowledgement'], not: ['hollow_empathy'] },
  ],
  'an article or a number': [
    { text: "J'ai un client et une idée.", not: ['figure'] },
    { text: 'Le logiciel est neuf.', not: ['figure'] },
    { text: "On l'a fait en dix-huit jours au lieu de vingt-quatre.", is: ['figure'] },
    { text: 'Ça baisse de un pour cent.', is: ['figure'] },
  ],
  'a figure that is a date, an age or a name': [
    { text: 'On se voit le 12 mars à 14 heures.', is: ['date'], not: ['figure'] },
    { text: "C'était en 2019.", not: ['figure'] },
    { text: "Je m'appelle Camille et j'ai 24 ans.", not: ['figure'] },
    { text: "C'est un patient de quatre-vingt-douze ans.", not: ['figure'] },
    { text: "J'ai dix ans d'expérience dans le métier.", is: ['figure'] },
    { text: "C'est écrit page 4, article 9.", not: ['figure'] },
  ],
  'fillers and connectors': [
    { text: 'Du coup je vous envoie le plan demain.', is: ['commitment'] },
    { text: 'euh je euh vous envoie le le plan euh demain', is: ['commitment', 'date'] },
    { text: "Bah, en fait, qu'est-ce qui, euh, vous inquiète ?", is: ['open_question'] },
  ],
  'a reformulation that distorts': [
    { text: 'Si je vous comprends bien, vous avez trois semaines de retard.', not: UPTAKE, said: LATE },
    { text: 'Donc le client ne parle pas de pénalités.', not: UPTAKE, said: LATE },
    { text: 'Donc pour vous tout va bien.', not: UPTAKE, said: LATE },
  ],
  'a statement about them that gives nothing back': [
    { text: 'Vous êtes en retard.', not: UPTAKE, said: 'Bonjour.' },
    { text: 'Vous avez une garantie de deux ans.', not: UPTAKE, said: 'Et si ça casse ?' },
    { text: 'vous avez un budget', not: UPTAKE, said: 'On regarde plusieurs solutions.' },
    { text: 'Vous devriez en parler à votre chef.', is: ['advice'], not: UPTAKE, said: "J'en peux plus." },
    { text: 'Votre interlocuteur, ce sera moi.', not: UPTAKE, said: 'Qui me prévient ?' },
    { text: 'Si vous avez peur, appelez-moi.', not: UPTAKE, said: 'Et si ça recommence ?' },
    { text: 'Qu’est-ce que ça vous coûte, un départ ?', is: ['open_question'], not: UPTAKE, said: 'Dix-neuf personnes sont parties.' },
  ],
  'uptake in words of their own': [
    { text: 'Vous avez peur que ça recommence.', is: ['complex_reformulation'], said: "J'ai déjà signé deux fois trop vite." },
    { text: 'vous en avez assez de le répéter', is: ['reformulation'], said: "Je l'ai dit trois fois à tout le monde." },
    { text: 'Vous y avez laissé de l’argent.', is: ['reformulation'], said: "Quand j'ai arrêté les frais, tout l'argent était parti." },
  ],
  'what was said one line before': [
    {
      text: 'Si je vous comprends bien, ce sont les pénalités qui vous inquiètent.',
      is: ['reformulation'],
      said: 'Enfin bref.',
      over: { personaSaidBefore: LATE },
    },
    { text: 'Si je vous comprends bien, ce sont les pénalités qui vous inquiètent.', not: UPTAKE, said: 'Enfin bref.' },
  ],
  'keywords pasted': [
    { text: 'garantie preuve chiffres délai engagement écoute', is: ['vague'], not: ['guarantee', 'commitment', 'information'] },
    { text: 'empathie reformulation question ouverte plan action', is: ['vague'], not: ['open_question', ...UPTAKE] },
  ],
  'an act that is none of the story': [
    { text: "Bonjour, j'ai préparé l'entretien et j'ai hâte d'échanger.", not: STAR, over: structured },
    { text: "J'ai fait deux stages en comptabilité et une licence de gestion.", not: STAR, over: structured },
    { text: 'Je lui parlerais et je chercherais un compromis.', not: STAR, over: structured },
    { text: "Quand j'ai pris l'équipe, on n'avait plus de planning.", is: ['situation'], not: ['action'], over: structured },
  ],
  'information without substance': [
    {
      text: 'On va faire le maximum pour que le projet avance dans les meilleurs délais possibles, ne vous inquiétez pas.',
      is: ['vague'],
      not: ['information'],
    },
    { text: "Ce n'est pas de notre faute si la livraison n'est pas arrivée chez vous à temps comme prévu.", is: ['justification'], not: ['information'] },
  ],
};

const en: Traps = {
  'apostrophes and cut-off words': [
    { text: 'What’s worrying you the most?', is: ['open_question'] },
    { text: "It-it's hard for you to st-stop now.", is: ['reformulation'], said: "I can't seem to stop." },
    { text: 'tell me- tell me what happened', is: ['open_question'] },
    { text: 'You-- you want it to [laughs] end.', is: ['reformulation'], said: 'Enough is enough.' },
  ],
  'a question without its mark': [
    { text: 'what do you need from me', is: ['open_question'] },
    { text: 'do you have a budget', is: ['closed_question'] },
    { text: "I'm wondering what that was like.", is: ['open_question'] },
  ],
  'a closed question with open words': [
    { text: 'Do you know how it happened?', is: ['closed_question'], not: ['open_question'] },
    { text: 'How many people are on the team?', is: ['closed_question'], not: ['open_question'] },
    { text: 'Where do you live?', not: ['open_question'] },
  ],
  'an open question in a statement': [{ text: 'What he cares about is the nineteenth.', not: ['open_question', 'closed_question'] }],
  negations: [
    { text: "I don't understand your anger.", not: ['acknowledgement', 'hollow_empathy'] },
    { text: "I won't send you anything tomorrow.", not: ['commitment'] },
    { text: "That's not my fault.", not: ['ownership'] },
  ],
  'understanding that is taken back': [
    { text: "I understand, but that's the policy.", is: ['hollow_empathy'], not: ['acknowledgement', ...UPTAKE] },
    { text: "I understand, but you're probably losing money.", not: UPTAKE, said: 'We are fine as we are.' },
    { text: 'I understand that it hurts, but I can move the date.', is: ['acknowledgement'] },
  ],
  'a figure that is a date, an age or a name': [
    { text: "Let's meet on March 12th at 9 am.", is: ['date'], not: ['figure'] },
    { text: "I'm 24 and I live in Boston.", not: ['figure'] },
    { text: 'She is a 35-year-old client.', not: ['figure'] },
    { text: 'I have ten years of experience.', is: ['figure'] },
  ],
  'a reformulation that distorts': [
    { text: 'What I hear is that you are three weeks late.', not: UPTAKE, said: 'We are two weeks late.' },
    { text: 'So fuel is a real issue for you.', not: UPTAKE, said: 'Fuel is not an issue, I drive twelve miles.' },
  ],
  'a statement about them that gives nothing back': [
    { text: 'You are late again.', not: UPTAKE, said: 'Hello.' },
    { text: "You'll love it.", not: UPTAKE, said: "It's expensive." },
    { text: 'You get a dedicated contact.', not: UPTAKE, said: 'Who do I call?' },
    { text: 'You need to sign here.', is: ['advice'], not: UPTAKE, said: "It's expensive." },
    { text: 'Your competitors all use it.', not: UPTAKE, said: "It's expensive." },
    { text: "You're not going to make it.", not: UPTAKE, said: 'I am trying.' },
    { text: 'If you feel weak, call me.', not: UPTAKE, said: 'And then?' },
    { text: "You had flagged it earlier, hadn't you?", is: ['closed_question'], not: UPTAKE, said: 'It has to come from somewhere.' },
  ],
  'uptake in words of their own': [
    { text: 'You feel like nobody has your back.', is: ['reformulation'], said: 'Upstairs they just let me drown.' },
    { text: 'so nobody warned you', is: ['reformulation'], said: 'We found out on Monday.' },
    { text: 'It sounds like part of you wants to stay.', is: ['complex_reformulation'], said: "I don't know. Some days I like it." },
  ],
  'keywords pasted': [{ text: 'guarantee proof figures deadline commitment listening', is: ['vague'], not: ['guarantee', 'commitment', 'information'] }],
  'an act that is none of the story': [
    { text: 'Hello, I prepared for this interview.', not: STAR, over: structured },
    { text: "I would talk to him and I'd find a compromise.", not: STAR, over: structured },
  ],
  'information without substance': [
    { text: "Don't worry, with us everything will be fine, we do this all the time for all our customers.", is: ['vague'], not: ['information'] },
    { text: 'You should have told us earlier if you had any doubts about the schedule.', is: ['blame'], not: ['information', 'advice'] },
  ],
};

const all: Readonly<Record<Locale, Traps>> = { fr, en };

for (const locale of ['fr', 'en'] as const)
  for (const [trap, rows] of Object.entries(all[locale]))
    describe(`${trap} (${locale})`, () => {
      for (const { text, is = [], not = [], said = '', over } of rows)
        it(`${text}${said === '' ? '' : ` (after: ${said})`}`, () => {
          const found = kinds(text, locale, { personaSaid: said, ...over });
          for (const kind of is) expect(found).toContain(kind);
          for (const kind of not) expect(found).not.toContain(kind);
        });
    });
