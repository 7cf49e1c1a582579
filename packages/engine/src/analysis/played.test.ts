import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { describe, expect, it } from 'vitest';
import { kinds } from './analyse.testing.ts';

/** Turns that the authors of scenarios found misread while they played them: what each is, and what it is not. */
type Row = readonly [text: string, locale: Locale, is: readonly SignalKind[], isNot?: readonly SignalKind[], personaSaid?: string];

const taken: readonly SignalKind[] = ['reformulation', 'complex_reformulation'];
const washer = "Trois semaines sans machine. J'ai gardé les tickets de la laverie, j'habite loin, et je veux être remboursée de la machine.";
const team = "L'équipe perd deux heures par semaine avec cet outil, et le samedi est toujours important pour nous.";

const questions: readonly Row[] = [
  ["What's wrong with the department today?", 'en', ['open_question']],
  ['And what do you want me to bring you for Friday?', 'en', ['open_question']],
  ["Qu'est-ce que vous avez dit à la région ?", 'fr', ['open_question'], ['asks_to_repeat']],
  ["Qu'est-ce que vous avez dit ?", 'fr', ['asks_to_repeat']],
  ['Et vous aviez promis quoi aux clients exactement ?', 'fr', ['open_question'], taken, "J'avais promis un délai aux clients."],
  ['vous faites quoi le samedi vous ?', 'fr', ['open_question'], [...taken, 'action'], team],
  ['La pause, ça vous gêne ?', 'fr', ['closed_question'], taken, 'La pause de midi, chez nous, elle saute.'],
  ["Vous êtes combien dans l'équipe ?", 'fr', ['closed_question'], taken, team],
  ['Vous voulez un autre exemple ?', 'fr', ['closed_question'], taken, 'Un exemple, ça ne prouve rien.'],
  ['Vous avez augmenté quand la dernière fois ?', 'fr', ['closed_question'], taken, 'On a augmenté tout le monde de deux pour cent.'],
  ['Vous travaillez bien en équipe ?', 'fr', ['closed_question'], taken, team],
  ["Vous l'avez fait seule ?", 'fr', ['closed_question'], taken, "J'ai fait tout le plan."],
  ["Bonjour, merci d'être venu, vous avez trouvé facilement ?", 'fr', ['closed_question'], taken, "Bonjour, j'ai trouvé la porte facilement."],
  ['Vous avez gardé les tickets de la laverie ?', 'fr', ['closed_question'], taken, washer],
  ['Vous voulez toujours être remboursé de la machine ?', 'fr', ['closed_question'], taken, washer],
  ['et vous habitez loin ?', 'fr', ['closed_question'], taken, washer],
  ["Et vous avez parlé avec qui jusqu'ici ?", 'fr', ['open_question'], taken, "J'ai parlé avec trois personnes jusqu'ici."],
  ["Vous l'aviez dit à votre équipe ?", 'fr', ['closed_question'], taken, team],
  ['Il y a un samedi important pour vous ?', 'fr', ['closed_question'], taken, team],
  ["Qu'est-ce que ça change pour vous, à la maison ?", 'fr', ['open_question'], taken, 'À la maison, tout le monde attend.'],
  ['vous perdez combien par mois avec ça', 'fr', ['closed_question'], taken, team],
  ['Vous perdez combien de temps avec cet outil ?', 'fr', ['closed_question'], taken, team],
  ['Vous avez déjà essayé un outil avant ?', 'fr', ['closed_question'], taken, team],
  ["Qu'est-ce qui vous prend le plus de temps dans la semaine ?", 'fr', ['open_question'], taken, team],
  ["Qu'est-ce qui vous prend ?", 'fr', [], ['open_question']],
  ['on signe quand', 'fr', ['closed_question'], ['commitment']],
  ['je vous rappelle quand', 'fr', ['closed_question'], ['commitment']],
  ['Je vous rappelle quand la pièce arrive, jeudi matin.', 'fr', ['date'], ['closed_question']],
  ['Vous préférez un virement ou un avoir ?', 'fr', ['closed_question'], taken, 'Un virement, un avoir, ça m’est égal.'],
  ['Présentez-vous en deux minutes.', 'fr', ['open_question'], ['figure']],
  ['Bonjour monsieur Garnier, dites donc, vous avez une minute ?', 'fr', ['closed_question'], taken, 'Garnier, bonjour. Vous avez une minute.'],
  ['Vous avez prévenu votre équipe ?', 'fr', ['closed_question'], taken, team],
  ['Vous travaillez avec qui sur ce dossier ?', 'fr', ['open_question'], taken, 'Je travaille seul sur ce dossier.'],
];

const rude: readonly Row[] = [
  ['Vous êtes nul.', 'fr', ['insult'], taken, 'Le service est nul.'],
  ["Vous n'avez pas le droit de filmer, arrêtez ça tout de suite.", 'fr', ['contempt'], taken, "J'ai le droit de filmer, c'est ma mère."],
  ["You're overreacting a little, she's in good hands.", 'en', ['contempt'], taken, 'She was alone for two hours.'],
  ["Faites-moi confiance, vous n'allez pas le regretter.", 'fr', ['vague'], taken, 'La confiance, ça se gagne. Je regrette déjà.'],
  ['Votre mère a 84 ans, ça arrive.', 'fr', ['hollow_empathy'], [...taken, 'figure'], 'Ma mère a 84 ans et personne ne m’a appelée.'],
  ["trois semaines, c'est pas si grave, il y a des laveries", 'fr', ['hollow_empathy'], [...taken, 'figure', 'information'], washer],
  [
    "Three weeks isn't that bad, there are laundromats.",
    'en',
    ['hollow_empathy'],
    [...taken, 'figure', 'information'],
    'Three weeks without a washer, and the laundromat is far.',
  ],
  ['You people always complain about the price.', 'en', ['contempt'], taken, 'The price went up again, and people complain.'],
  ['Tu ne vas pas en faire une histoire.', 'fr', ['contempt'], taken, 'Cette histoire, tout le bureau la raconte.'],
  ['tu rêves', 'fr', ['contempt'], taken, 'Je rêve d’un samedi libre.'],
  ["T'es toujours à compter les points.", 'fr', ['contempt'], taken, 'Je compte les points depuis des mois.'],
  ['va pleurer', 'fr', ['contempt']],
  ['faut savoir assumer', 'fr', ['contempt'], ['ownership']],
  ["You're reading way too much into it.", 'en', ['contempt'], taken, 'I read your note three times.'],
  ['Nobody even remembers.', 'en', ['contempt'], taken, 'The whole team remembers it.'],
  ['Knock yourself out.', 'en', ['contempt']],
  ['Votre école a une très bonne réputation, donc ça m’a paru logique.', 'fr', [], taken, 'Pourquoi notre école, quand on connaît sa réputation ?'],
];

const uptakes: readonly Row[] = [
  [
    "Donc ce qui compte pour vous, ce n'est pas d'ouvrir en février, c'est d'avoir quelque chose à montrer au salon.",
    'fr',
    ['complex_reformulation'],
    [],
    'Le salon est le 4 mars. Si on n’a rien à montrer, j’ai perdu mon année.',
  ],
  [
    "So what matters to you isn't opening in February, it's having something to show at the fair.",
    'en',
    ['complex_reformulation'],
    [],
    "The fair is on March 4. If there's nothing to show, my year is gone.",
  ],
  [
    "Ah, donc ce n'est pas le budget, c'est l'équipe qui vous gêne.",
    'fr',
    ['complex_reformulation'],
    [],
    'Le budget, on le trouve. Mon équipe a déjà changé deux fois.',
  ],
  [
    "Ah, so it's not the budget, it's the team that bothers you?",
    'en',
    ['complex_reformulation'],
    [],
    'The budget we can find. My team changed tools twice already.',
  ],
  [
    "So you're the one who has to explain it to your crew.",
    'en',
    ['complex_reformulation'],
    ['blame'],
    'On Monday I stand in front of my crew and explain it.',
  ],
  [
    "Votre client était parti sans prévenir, donc ce que vous voulez c'est que je vous appelle avant.",
    'fr',
    ['complex_reformulation'],
    ['commitment'],
    "Mon dernier client est parti sans prévenir. J'ai appris par la presse.",
  ],
  [
    "Donc ce qui vous a coûté, c'est moins l'argent que de l'avoir appris trop tard.",
    'fr',
    ['complex_reformulation'],
    [],
    "L'argent, on s'en remet. J'ai appris la chose trop tard.",
  ],
];

const warmth: readonly Row[] = [
  ["It's a few small gaps, that's normal in retail.", 'en', [], ['acknowledgement']],
  ["We're not profitable yet, but that's normal at this stage.", 'en', [], ['acknowledgement']],
  ["It's normal to be worried.", 'en', ['acknowledgement']],
  ['merci d’être venu en personne.', 'fr', ['thanks'], ['acknowledgement']],
  ['Je comprends, ce contrat de cinq ans a dû être dur à porter.', 'fr', ['acknowledgement'], ['hollow_empathy']],
  ["Je comprends, c'est pas normal que personne vous ait appelée.", 'fr', ['acknowledgement'], ['hollow_empathy']],
  ["C'est dur à entendre, je m'en doute.", 'fr', ['acknowledgement']],
  ["Je comprends la question de l'équité.", 'fr', ['acknowledgement']],
  ['You must be tired of explaining this.', 'en', ['acknowledgement'], ['advice']],
  ["Je n'avais pas mesuré le travail que ça vous demandait.", 'fr', ['acknowledgement']],
  ['vous auriez dû avoir une réponse bien plus tôt', 'fr', ['acknowledgement'], ['blame']],
  ['You should have been called this morning.', 'en', ['acknowledgement'], ['blame', 'advice']],
  ["I'm sorry you had to go through that.", 'en', ['acknowledgement'], ['apology']],
  ["I'm sorry we let you down.", 'en', ['apology']],
  ["Bonjour, je suis désolée, je n'ai pas le temps là.", 'fr', [], ['apology']],
  ["I'd say I'm responsible, everybody tells me so.", 'en', [], ['ownership']],
  ['Nobody told me there was no handover. That was my job to check, and I didn’t.', 'en', ['ownership']],
  ['It is my mistake.', 'en', ['ownership']],
  ['yeah, my bad, sorry', 'en', ['ownership', 'apology']],
  ['That was the wrong call.', 'en', ['ownership']],
  ['You should have heard it from me.', 'en', ['ownership'], ['blame']],
  ["C'est moi qui ai fait le plan, et j'en suis fière.", 'fr', [], ['ownership']],
  ["C'est moi qui ai validé le chiffrage.", 'fr', ['ownership']],
  ['Et c’est vous qui avez avancé les 412 euros.', 'fr', [], ['blame']],
  ["les banques ne comprennent jamais rien à l'innovation", 'fr', ['blame'], [], 'La banque demande un apport.'],
  ['Banks never understand anything about innovation.', 'en', ['blame'], [], 'The bank asks for a down payment.'],
  ["vous me posez des questions, mais vous n'avez pas lu le dossier", 'fr', ['blame'], taken, 'J’ai trois questions sur le dossier.'],
  ["C'est moi qui ai fait une erreur.", 'fr', ['ownership']],
  ["C'est vous qui avez signé.", 'fr', ['blame']],
  ['Vous auriez dû vérifier le contrat.', 'fr', ['blame'], ['acknowledgement']],
  ["You should've called first.", 'en', ['blame'], ['acknowledgement']],
  ['You should have had a call from us.', 'en', ['acknowledgement'], ['blame']],
  ['You must be exhausted.', 'en', ['acknowledgement'], ['advice']],
];

const closed: readonly Row[] = [
  ["For the temps, you'd have to check with HR.", 'en', ['evasion'], [...taken, 'advice'], 'The temps need badges by Monday.'],
  [
    "It depends, you'd have to ask customer support, that's not my job.",
    'en',
    ['evasion'],
    [...taken, 'advice', 'justification'],
    'Customer support hung up on me.',
  ],
  ["I'll try to prospect more next year, I'll be more careful.", 'en', ['vague'], ['commitment']],
  ["We'll be more careful next year.", 'en', ['vague'], ['commitment']],
  ["The six months aren't my fault.", 'en', ['justification']],
  ["trust me, I'm very motivated", 'en', ['vague']],
  ["Si c'est la direction qui le demande, on va faire au mieux.", 'fr', ['vague'], ['justification']],
  ['nous on n’y était pour rien', 'fr', ['justification']],
  ["Je pourrais m'arranger, j'imagine.", 'fr', [], ['hollow_empathy']],
  ['Je préfère ne pas répondre à cette question, elle touche à ma vie privée.', 'fr', ['limit'], ['evasion']],
  ["I'd rather not answer that, it's about my private life.", 'en', ['limit'], ['evasion']],
  ['Si ça continue, je devrai passer par un avertissement écrit avec les RH.', 'fr', ['limit'], ['guarantee']],
  ['Écoutez, je ne vais pas entrer dans le détail des dates.', 'fr', ['evasion'], ['limit']],
  ["I'm not going to get into dates.", 'en', ['evasion'], ['limit']],
  ['Je ne commente pas les documents internes.', 'fr', ['evasion']],
  ["I don't comment on internal documents.", 'en', ['evasion']],
  ['La situation est sous contrôle, nos équipes sont pleinement mobilisées.', 'fr', ['vague']],
  ['The situation is under control, our teams are fully mobilized.', 'en', ['vague']],
  ['la qualité est notre priorité depuis quarante ans', 'fr', ['vague'], ['figure']],
  ['Quality has been our priority for forty years.', 'en', ['vague'], ['figure']],
  ['On communiquera en temps voulu.', 'fr', ['vague'], ['commitment']],
  ["We'll communicate in due course.", 'en', ['vague'], ['commitment']],
  ["I'll keep you posted as soon as I know more.", 'en', ['vague'], ['commitment']],
  ["Comme je vous l'ai dit, la situation est sous contrôle.", 'fr', ['repetition']],
  ['As I already told you, the situation is under control.', 'en', ['repetition']],
  ['I understand the concern, but we followed every procedure.', 'en', ['hollow_empathy'], ['acknowledgement']],
  ["Je comprends l'inquiétude, mais nous avons respecté toutes les procédures.", 'fr', ['hollow_empathy'], ['acknowledgement']],
  ["Il y a eu beaucoup d'exagération dans la presse.", 'fr', ['justification']],
  ['Parce qu’on pensait à un choc pendant le transport.', 'fr', ['justification'], [], 'Pourquoi avoir attendu ?'],
  ['La cause, je ne peux pas encore vous la donner.', 'fr', ['limit'], ['evasion']],
  ["I don't know the cause. I'd be guessing.", 'en', ['limit'], ['evasion']],
  ["I'm not going to name anyone.", 'en', ['limit']],
  ['Et personne ne sera sanctionné pour avoir alerté.', 'fr', ['guarantee'], ['justification']],
  ['Nobody will be punished for speaking up.', 'en', ['guarantee']],
  ["Well, one call out of thousands isn't a reason to shut a plant.", 'en', [], ['figure']],
  ["We'll work twice as hard.", 'en', [], ['figure']],
  ['Je ne peux pas mettre ma maison.', 'fr', ['limit']],
  ["je ne veux pas engager ma maison. 20 000 euros, c'est ma limite.", 'fr', ['limit', 'figure']],
  ['Votre équipe compte 3% de pertes.', 'fr', ['figure']],
];

const promises: readonly Row[] = [
  ['Je suis intervenu par téléphone vers midi.', 'fr', ['action'], ['commitment']],
  ["Je suis passée au magasin d'Angers mercredi.", 'fr', ['action'], ['commitment']],
  ['Ok, je demande à Mathieu de reprendre le transport lundi, et je vous revois jeudi prochain à 9 heures.', 'fr', ['commitment', 'date']],
  ['Je peux confirmer les commandes de mars ce soir.', 'fr', ['commitment', 'date']],
  ["On peut s'aligner sur votre prix actuel si vous signez aujourd'hui.", 'fr', ['concession']],
  ["Alors coupons en deux : 80 000 d'abord, le reste en juin.", 'fr', ['concession'], taken, 'Je ne mets pas 160 000 d’un coup, je préfère couper.'],
  ["C'est moi qui vous appelle jeudi avant 18 heures.", 'fr', ['commitment', 'date'], ['ownership']],
  ['je vous téléphone jeudi à 17 heures', 'fr', ['commitment', 'date']],
  ['je vous la fais livrer demain matin', 'fr', ['commitment', 'date']],
  ["je vais l'habiller tout de suite, et je reste avec elle jusqu'à 16 heures", 'fr', ['commitment', 'date']],
  ["I'll be direct.", 'en', [], ['commitment']],
  ["I'll tell you why.", 'en', [], ['commitment']],
  ['Let me tell you what I know.', 'en', [], ['commitment']],
  ["you'll have to move on", 'en', [], ['commitment']],
  ["I'll get Karim on support from Monday.", 'en', ['commitment', 'date']],
  ['Invoices tonight in your inbox.', 'en', ['commitment', 'date']],
  ['I can get it to you by Friday.', 'en', ['commitment', 'date'], ['acknowledgement']],
  ["Then I'll tell you right now: we lose 2,900 dollars a month.", 'en', ['figure'], ['commitment']],
  ["I'll tell your manager by Friday.", 'en', ['commitment', 'date']],
  ['Par exemple, le collège de Saint-Évran a commencé avec deux cents assiettes.', 'fr', ['example']],
  ["Thanks, I'm all set.", 'en', ['wraps_up']],
  ['bonne fin de journée', 'fr', ['wraps_up'], ['date']],
  ['merci bonne journée', 'fr', ['wraps_up']],
  ['Très bien. À ce soir.', 'fr', ['wraps_up']],
  ["Non c'est bon, merci.", 'fr', ['wraps_up'], [], 'Vous avez des questions ?'],
  ["Cool. That's all, thank you.", 'en', ['wraps_up']],
  ['Je vous envoie le tableau en fin de journée.', 'fr', ['commitment', 'date']],
  ['je serai là mardi', 'fr', ['commitment', 'date']],
  ["Je reste disponible jusqu'à vendredi.", 'fr', ['commitment', 'date'], ['wraps_up']],
  ["On s'est mis d'accord sous 24 heures et on est passés de douze à trois.", 'fr', ['figure'], ['commitment']],
  ["I'll tell you what: I'll send the plan Friday.", 'en', ['commitment', 'date']],
];

/** Answers to interview questions. */
const answers: readonly Row[] = [
  ["Look, I won't.", 'en', [], ['result']],
  ['I need an employer.', 'en', [], ['action']],
  ['Do I need my own car?', 'en', [], ['action']],
  ['I forgot to lock the register that night.', 'en', ['action']],
  ['I rode along with a contractor for two weeks.', 'en', ['action']],
  ['He came back a week later.', 'en', [], ['situation']],
  ['I asked how old the boy was and what he was into, and I put three books on the table.', 'en', ['action'], ['result']],
  [
    'On my first closing shift, nobody told me anything about the alarm. I called my manager and I locked every door by hand.',
    'en',
    ['situation', 'action'],
    ['justification'],
  ],
  ['At the end, he gave me the top grade.', 'en', ['result']],
  ['In three months we collected eighty devices, and thirty were fixed.', 'en', ['result']],
  ['The goal is to keep the line running while we change the belt.', 'en', ['task']],
  ["J'ai été second de cuisine pendant trois ans dans une brasserie de quarante couverts.", 'fr', ['situation']],
  ["En mars, l'inventaire du rayon arrosage montrait 12 % d'écart. J'ai recompté chaque référence.", 'fr', ['situation', 'action']],
  ["J'étais responsable de l'équipe plateforme.", 'fr', ['task']],
  ["L'objectif, c'est que chaque classe ait son tri avant juin.", 'fr', ['task']],
  ["j'ai suivi une remise à niveau de douze semaines", 'fr', ['action'], ['concession']],
  ["j'ai suivi une coordinatrice pendant une semaine", 'fr', ['action']],
  ["J'ai interrogé chaque équipe. Résultat : j'ai découvert que la moitié des fiches étaient fausses.", 'fr', ['result']],
  ['je prends le 34, puis cinq minutes à pied', 'fr', [], ['date']],
  ["C'est moi qui ai fait le plan de la salle.", 'fr', ['action'], ['ownership']],
  ['Le samedi, je coupe, je pèse, je rends la monnaie.', 'fr', ['action']],
  ["J'arbitre les petits, c'est moi qui gère les feuilles de match.", 'fr', ['action']],
  ["Un jour le fournisseur n'a pas livré les légumes. J'ai changé le menu et on a servi à l'heure.", 'fr', ['situation', 'action'], ['justification']],
  ['je suis venu aux portes ouvertes en janvier', 'fr', ['action']],
  ["Il y a eu le jour où deux sont tombées malades, j'ai fermé le self et j'ai servi au comptoir.", 'fr', ['situation', 'action'], ['result']],
  ['Vous verrez les plannings de 2022 signés par moi.', 'fr', [], ['figure']],
  ["J'ai eu 14.", 'fr', ['result'], [], 'Comment ça s’est terminé ?'],
  ["J'ai dix-huit ans.", 'fr', [], ['date']],
];

/** The same words as hurried hands type them. */
const typed: readonly Row[] = [
  ['jai appelé le client tout de suite et jai refait la commande', 'fr', ['action']],
  ['quest ce que vous attendez de moi', 'fr', ['open_question']],
  ['cest moi qui ai validé le devis', 'fr', ['ownership']],
  ['quest ce qui vous gêne le plus dans lequipe', 'fr', ['open_question']],
  ['jetais responsable de lequipe plateforme', 'fr', ['task']],
  ['javais dix jours pour livrer et jai prévenu le client', 'fr', ['task', 'action']],
  ['je vous lenvoie ce soir', 'fr', ['commitment', 'date']],
  ['je mengage à livrer jeudi', 'fr', ['commitment', 'date']],
  ['cest ma faute, je suis désolé', 'fr', ['ownership', 'apology']],
  ['si jai bien compris, cest le délai qui vous gêne', 'fr', ['reformulation'], [], 'Le délai, encore le délai.'],
  ['im sorry, thats my fault', 'en', ['apology', 'ownership']],
  ['ill send you the plan by friday', 'en', ['commitment', 'date']],
  ['whats on your mind', 'en', ['open_question']],
  ['i dont know, we dont have time', 'en', ['justification']],
];

const check = (rows: readonly Row[], structured: boolean): void => {
  for (const [text, locale, is, isNot = [], personaSaid = ''] of rows) {
    it(`${locale}: ${text}`, () => {
      const found = kinds(text, locale, { personaSaid, structured });
      for (const kind of is) expect(found).toContain(kind);
      for (const kind of isNot) expect(found).not.toContain(kind);
    });
  }
};

describe('a question, and nothing given back', () => {
  check(questions, false);
  it('is one kind of question', () => {
    for (const [text, locale, is, , personaSaid = ''] of questions) {
      if (is.includes('open_question')) expect(kinds(text, locale, { personaSaid }), text).not.toContain('closed_question');
    }
  });
});
describe('rudeness and empty words, and nothing given back', () => check(rude, false));
describe('what was said, given back', () => check(uptakes, false));
describe('acknowledging, excusing oneself, owning, blaming', () => check(warmth, false));
describe('doors that close, and lines that hold', () => check(closed, false));
describe('what is promised or brought', () =>
  check(
    promises.filter(([, , is]) => !is.includes('action')),
    false,
  ));
describe('answers of an interview', () => {
  check(answers, true);
  check(
    promises.filter(([, , is]) => is.includes('action')),
    true,
  );
});
describe('what is typed without apostrophes', () => {
  check(
    typed.filter(([, , is]) => !is.some((kind) => kind === 'action' || kind === 'task')),
    false,
  );
  check(
    typed.filter(([, , is]) => is.some((kind) => kind === 'action' || kind === 'task')),
    true,
  );
});
