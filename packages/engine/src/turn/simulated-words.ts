import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';

/** `{words}` is what the sentence is about, in the scenario's own patterns or the persona's own words. */
type Sentences = readonly string[];

/** What somebody says who brings something, by what it is. Each sentence is found as that kind by the analysis. */
export const bringing: Record<Locale, Partial<Record<SignalKind, Sentences>>> = {
  fr: {
    ownership: [
      "C'est ma responsabilité, je l'assume.",
      "J'ai fait une erreur sur {words}, elle est de moi.",
      "J'aurais dû vous prévenir pour {words}, c'est ma faute.",
    ],
    apology: ['Je vous présente mes excuses pour {words}.', 'Je suis désolé de ce que {words} vous a fait vivre.', 'Pardon pour {words}, sincèrement.'],
    acknowledgement: [
      'Je comprends que {words} vous ait coûté du temps et de la confiance.',
      "C'est normal que {words} vous inquiète après ce que vous avez vécu.",
      'Vous avez raison de demander des comptes sur {words}.',
    ],
    figure: [
      'Pour {words}, on en est à 82 %, il reste quatre jours de travail à deux personnes.',
      'Sur {words}, on a compté 6 % de pertes et 3 400 euros par mois.',
      'Pour {words}, on passe de 12 jours à 5 jours avec trois personnes.',
    ],
    date: [
      'Pour {words}, la première étape tombe mardi 14 et la dernière vendredi 24.',
      'Sur {words}, vous avez un point lundi à 9 heures et un autre jeudi à 16 heures.',
    ],
    example: [
      "Par exemple, chez un client comme vous l'an dernier, {words} a été réglé en trois semaines.",
      'Par exemple, en mars, une équipe de douze personnes avait le même souci avec {words}, et elle tient ses délais depuis.',
    ],
    guarantee: [
      'Je vous le garantis par écrit : {words} est à notre charge si on manque la date.',
      "Pour {words}, vous ne payez rien tant que ce n'est pas vérifié.",
    ],
    concession: ['Je suis prêt à céder sur {words} si on garde la date.', "D'accord pour {words}, je renonce au reste."],
    limit: [
      'Je ne peux pas vous promettre {words} pour demain, je préfère vous le dire.',
      'Je ne peux pas vous garantir plus que {words} avant le mois prochain.',
    ],
    commitment: [
      "Je m'engage à vous envoyer le détail sur {words} vendredi à 10 heures.",
      'Je vous appelle demain à 9 heures avec {words}, et je reviens vers vous jeudi.',
      "Je m'en occupe : lundi à midi, vous avez {words} par écrit.",
    ],
    information: ['Sur {words}, voici où nous en sommes : deux points sont réglés et le troisième commence lundi.'],
  },
  en: {
    ownership: [
      "That's my responsibility, and I own it.",
      'I made a mistake on {words}, and it is mine.',
      'I should have told you about {words}, that is on me.',
    ],
    apology: ["I'm sorry about {words}.", 'I apologize for what {words} put you through.', "I'm really sorry for {words}, no excuses."],
    acknowledgement: [
      'I understand that {words} cost you time and trust.',
      "It makes sense that {words} worries you after what you've been through.",
      "You're right to hold us to account on {words}.",
    ],
    figure: [
      'On {words}, we are at 82%, with four days of work left for two people.',
      'For {words}, we counted 6% of losses and $3,400 a month.',
      'On {words}, we go from 12 days down to 5 days with three people.',
    ],
    date: [
      'For {words}, the first step is Tuesday the 14th and the last is Friday the 24th.',
      'On {words}, you get a review on Monday at 9 and another on Thursday at 4.',
    ],
    example: [
      'For example, last year {words} went live in three weeks with a client like you.',
      'For instance, in March a team of twelve had the same trouble with {words}, and it has kept its dates since.',
    ],
    guarantee: ['I guarantee it in writing: {words} is on us if we miss the date.', "For {words}, you don't pay until it has been checked."],
    concession: ["I'm willing to give up {words} if we keep the date.", "I'm ready to drop the rest and settle on {words}."],
    limit: ["I can't promise you {words} for tomorrow, and I'd rather say so.", "I won't promise more than {words}; that would be lying to you."],
    commitment: [
      "I'll send you the details on {words} on Friday at 10.",
      "I'll call you tomorrow at 9 with {words}, and I'll come back to you on Thursday.",
      "I'll take care of it: on Monday at noon you have {words} in writing.",
    ],
    information: ['On {words}, here is where we stand: two points are settled and the third starts on Monday.'],
  },
};

/** The story's own right answer, said as somebody would: with a day, or with what it changes. */
export const answering: Record<Locale, Sentences> = {
  fr: [
    'Concrètement, {words}, et je vous le confirme par écrit vendredi à 10 heures.',
    "Ce que je vous propose, c'est simple : {words}.",
    'Voilà ce qui change pour vous : {words}, dès lundi.',
    'Le plus important, à mes yeux : {words}. Je peux vous le montrer mardi.',
    'Là-dessus je suis clair : {words}.',
  ],
  en: [
    "Concretely, {words}, and I'll confirm it in writing on Friday at 10.",
    'What I suggest is simple: {words}.',
    'Here is what changes for you: {words}, starting Monday.',
    'What matters most, to me: {words}. I can show you on Tuesday.',
    "I'll be clear on that one: {words}.",
  ],
};

export const asking: Record<Locale, Sentences> = {
  fr: [
    "Qu'est-ce que vous pouvez me dire sur {words} ?",
    'Comment ça se passe pour vous, {words} ?',
    "J'aimerais comprendre : {words}, qu'est-ce qui s'est passé ?",
    'Racontez-moi : {words}.',
  ],
  en: [
    'What can you tell me about {words}?',
    'How is it going for you, {words}?',
    "I'd like to understand: {words}, what happened there?",
    'Tell me about {words}.',
  ],
};
export const askingWide: Record<Locale, Sentences> = {
  fr: [
    "Qu'est-ce qui compte le plus pour vous ?",
    "Qu'est-ce qui vous retient encore ?",
    "Qu'est-ce qui vous inquiète le plus, là-dedans ?",
    "Comment vous l'avez vécu ?",
  ],
  en: ['What matters most to you?', 'What is still holding you back?', 'What worries you the most in all this?', 'What was it like for you?'],
};
export const reformulating: Record<Locale, Sentences> = {
  fr: [
    'Si je comprends bien, {words}.',
    'Si je vous entends bien, {words}, et ce qui compte pour vous, c’est de ne pas le revivre.',
    'Donc, pour vous, {words}.',
  ],
  en: [
    'If I understand correctly, {words}.',
    'If I hear you right, {words}, and what matters to you is not living through it again.',
    "So what you're saying is {words}.",
  ],
};

/** Ways of closing a door, by manner: somebody is rarely clumsy in all ways at once. */
export const clumsy: Record<Locale, Record<'vague' | 'defensive' | 'hostile', Sentences>> = {
  fr: {
    vague: [
      'On va faire au mieux, ne vous inquiétez pas.',
      'On verra bien comment ça évolue.',
      'Ça dépend.',
      'Faites-moi confiance, ça va aller.',
      'On trouvera une solution ensemble.',
      'On va faire le maximum.',
      'Je comprends tout à fait.',
      'On en reparle plus tard.',
      'Il faudrait voir, je ne sais pas trop.',
      'On va avancer rapidement là-dessus.',
    ],
    defensive: [
      "Ce n'est pas vraiment notre faute.",
      "On n'a pas eu le temps, on est débordés.",
      "Je comprends, mais on n'avait pas le choix.",
      "Je n'ai pas eu le temps de regarder.",
      'Il y a eu beaucoup de choses en même temps.',
      "On a fait ce qu'on pouvait avec ce qu'on avait.",
      "Ce n'est pas de ma faute.",
      'Vous auriez dû nous le dire plus tôt.',
      'Vous devriez prendre un peu de recul.',
      "Je comprends votre frustration, mais ce n'est pas si grave.",
    ],
    hostile: [
      'Franchement, vous êtes ridicule.',
      'Arrêtez votre cinéma.',
      "C'est votre faute si on en est là.",
      'Vous ne comprenez rien à ce métier.',
      'Vous me faites perdre mon temps.',
      'Vous êtes susceptible.',
      'Vous devriez avoir honte.',
      'Vous auriez dû vous en occuper vous-même.',
      "N'importe quoi, arrêtez de vous plaindre.",
      "Je m'en fiche.",
    ],
  },
  en: {
    vague: [
      "We'll do our best, don't worry.",
      "We'll see how it goes.",
      'It depends.',
      "Trust me, it'll be fine.",
      "We'll figure something out together.",
      "I'll do everything I can.",
      'I completely understand.',
      "Let's talk about it later.",
      "I'd have to check, I'm not really sure.",
      "We'll make progress on that soon.",
    ],
    defensive: [
      "It's not really our fault.",
      "We didn't have time, we're swamped.",
      'I understand, but we had no choice.',
      'We were too busy to look.',
      'Well, nobody told me.',
      'A lot happened at the same time.',
      "It wasn't me, it was the other team.",
      'You should have told us sooner.',
      'You should take a step back.',
      "I understand your frustration, but it's not that bad.",
    ],
    hostile: [
      "Honestly, you're being ridiculous.",
      'What a joke.',
      "It's your fault we're in this mess.",
      "You wouldn't understand.",
      'Keep your voice down.',
      "You're so dramatic.",
      'Anyway, you never listen.',
      'You should have taken care of it yourself.',
      'Nonsense, stop complaining.',
      'Grow up.',
    ],
  },
};

/** Parts of an interview answer: several stories, each part its own sentence. */
export const stories: Record<Locale, readonly Record<'situation' | 'task' | 'action' | 'result', string>[]> = {
  fr: [
    {
      situation: "L'été dernier, en stage dans une agence de voyages, une cliente avait perdu sa réservation.",
      task: "J'étais chargée de l'accueil et je devais trouver une solution avant midi.",
      action: "J'ai appelé l'hôtel, j'ai retrouvé le dossier et j'ai rappelé la cliente moi-même.",
      result: 'Au final, elle est partie le jour prévu et on a gagné 2 heures sur chaque dossier.',
    },
    {
      situation: "En mars dernier, quand j'étais bénévole dans une association de quartier, on s'est retrouvés à deux pour un repas de 40 personnes.",
      task: 'Je devais tenir la cuisine et le budget.',
      action: "J'ai refait la liste des courses, j'ai appelé trois bénévoles et j'ai réparti les postes.",
      result: 'Résultat, le repas a été servi à l’heure et il est resté 60 euros dans la caisse.',
    },
    {
      situation: "L'an dernier, pendant mon alternance au magasin, un collègue et moi n'étions pas d'accord sur les horaires.",
      task: 'On m’avait demandé de préparer le planning du mois.',
      action: "Je lui ai proposé un café, j'ai écouté ses contraintes et j'ai refait le tableau avec lui.",
      result: 'Depuis, il n’y a plus eu une seule absence et on a réduit les retards de 30 %.',
    },
    {
      situation: "L'année dernière, chez un artisan, le logiciel de devis a changé du jour au lendemain.",
      task: 'Je devais saisir tous les devis.',
      action: "J'ai suivi deux tutoriels le soir, j'ai noté chaque étape et j'ai formé ma collègue.",
      result: 'Au final, après 5 jours, je faisais 12 devis par jour au lieu de 7.',
    },
    {
      situation: 'En décembre, quand je travaillais au guichet de la médiathèque, la caisse est tombée en panne un samedi.',
      task: "J'étais seul et je devais continuer à servir 80 personnes.",
      action: "J'ai noté les prêts sur papier, j'ai prévenu la responsable et j'ai tout ressaisi le lundi.",
      result: 'Au final, aucun prêt n’a été perdu et la file est restée sous 10 minutes.',
    },
  ],
  en: [
    {
      situation: 'Last summer, during an internship at a travel agency, a customer had lost her booking.',
      task: 'I was in charge of the front desk and I had to find a way out before noon.',
      action: 'I called the hotel, I found the file and I called the customer back myself.',
      result: 'In the end she left on the day she had planned, and we saved 2 hours on each file.',
    },
    {
      situation: 'In March, at a neighborhood charity, two of us were left to serve a meal for 40 people.',
      task: 'I was responsible for the kitchen and the budget.',
      action: 'I rewrote the shopping list, I called three volunteers and I assigned the stations.',
      result: 'As a result the meal was served on time and there was $60 left in the till.',
    },
    {
      situation: "Two years ago, when I was working at the store, a coworker and I didn't agree on the shifts.",
      task: 'I was responsible for the schedule of the month.',
      action: 'I bought him a coffee, I listened to his constraints and I redid the sheet with him.',
      result: "Since then there hasn't been a single absence, and late arrivals dropped by 30%.",
    },
    {
      situation: 'Last year, at a small workshop, the quoting software changed overnight.',
      task: 'I was in charge of entering the quotes.',
      action: 'I watched two tutorials in the evening, I wrote down each step and I trained my coworker.',
      result: 'After 5 days I was up to 12 quotes a day instead of 7.',
    },
    {
      situation: 'In December, at the library desk, the register broke down on a Saturday.',
      task: 'I was alone and I had to keep serving 80 people.',
      action: 'I wrote the loans on paper, I told the manager and I entered everything on Monday.',
      result: 'In the end no loan was lost and the line stayed under 10 minutes.',
    },
  ],
};

export const emptyAnswers: Record<Locale, Sentences> = {
  fr: [
    "Je suis quelqu'un de motivé et de dynamique.",
    "J'aime bien le contact, en général.",
    'Ça dépend des fois, je dirais.',
    "Je n'ai pas vraiment d'exemple en tête.",
    'On fait ce qu’il faut, comme tout le monde.',
    'Je suis plutôt à l’aise avec les gens.',
    'Je ne sais pas trop quoi vous dire.',
    'Il faut toujours rester positif, je pense.',
    "C'est important de bien communiquer.",
    'Franchement, votre question est bizarre.',
    'Je m’adapte facilement, quoi.',
    'Voilà, rien de spécial.',
  ],
  en: [
    "I'm a motivated and dynamic person.",
    'I like being with people, in general.',
    "It depends, I'd say.",
    "I don't really have an example in mind.",
    'You do what has to be done, like everyone.',
    "I'm fairly comfortable with people.",
    "I don't really know what to tell you.",
    'You always have to stay positive, I think.',
    'Communication is important.',
    'Honestly, that is a strange question.',
    'I adapt easily, I guess.',
    "That's it, nothing special.",
  ],
};

export const leaving: Record<Locale, Sentences> = { fr: ['Merci pour cet échange, au revoir.'], en: ['Thank you for your time, goodbye.'] };
