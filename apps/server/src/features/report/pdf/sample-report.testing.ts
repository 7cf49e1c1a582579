import type { Turn } from '@coachvisio/contract/conversation.ts';
import type { CriterionScore, Quote, Remark, Report } from '@coachvisio/contract/report.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';

/** Quotes the words of a turn, so that a sample cannot claim what its transcript does not hold. */
function quote(turns: readonly Turn[], seq: number, text: string): Quote {
  const turn = turns.find((one) => one.seq === seq);
  const start = turn?.text.indexOf(text) ?? -1;
  if (!turn || start < 0) throw new Error(`turn ${seq} does not hold «${text}»`);
  return { seq, start, end: start + text.length, text, atMs: turn.atMs };
}

const spoken: Record<Locale, readonly (readonly [Turn['who'], number, string])[]> = {
  fr: [
    ['persona', 8, "On a douze minutes. Deux semaines de retard, et le client parle de pénalités. Qu'est-ce que je lui dis ?"],
    ['learner', 19, 'Le retard est de dix jours ouvrés et il vient de chez nous : on a sous-estimé la reprise des données.'],
    ['persona', 62, "Qui l'a sous-estimée ?"],
    ['learner', 70, "Moi. J'ai validé l'estimation sans l'essayer sur les données réelles."],
    ['learner', 168, 'Du coup, on va faire au mieux pour rattraper.'],
    ['persona', 181, "C'est trop général. Le client, ce soir, attend une date. Laquelle ?"],
    ['learner', 204, "Le 4 décembre pour le premier lot, le 11 pour le reste, si on décale le module d'export."],
    ['persona', 320, 'Et les pénalités ? Combien ?'],
    ['learner', 334, 'Je ne sais pas, il faudrait voir avec le juridique.'],
    ['persona', 452, "Je vous arrête. En une phrase, qu'est-ce que je dis au client ?"],
    ['learner', 470, "Si je vous comprends bien, ce qu'il vous faut, c'est un montant à annoncer ce soir."],
    ['learner', 610, 'Je vous envoie le calcul à 17 heures, et on se revoit jeudi pour faire le point.'],
    ['persona', 690, 'Jeudi, 9 heures. Vous gardez le projet. Si la date bouge, une autre équipe le reprend.'],
  ],
  en: [
    ['persona', 8, "We've got twelve minutes. Two weeks late, and the client is talking penalties. What do I tell them?"],
    ['learner', 19, "It's ten working days, and it's on us: we underestimated the data migration."],
    ['persona', 62, 'Who underestimated it?'],
    ['learner', 70, 'I did. I signed off on the estimate without trying it on real data.'],
    ['learner', 168, "So, we'll do our best to catch up."],
    ['persona', 181, "That's too general. The client wants a date tonight. Which one?"],
    ['learner', 204, 'December 4 for the first batch, the 11th for the rest, if we push the export module.'],
    ['persona', 320, 'And the penalties? How much?'],
    ['learner', 334, "I don't know, we'd have to check with legal."],
    ['persona', 452, 'Let me stop you. In one sentence, what do I tell the client?'],
    ['learner', 470, 'If I follow you, what you need is a figure to give them tonight.'],
    ['learner', 610, "I'll send you the numbers at 5, and we meet Thursday to review."],
    ['persona', 690, 'Thursday, 9 a.m. You keep the project. If the date moves, another team takes it.'],
  ],
};

const words = {
  fr: {
    title: 'Retard sur un projet stratégique',
    outcome: 'Vous gardez le projet, avec un point de contrôle dans deux jours.',
    because: "Marc vous a suivi quand vous avez donné deux dates tenables. Il reste réservé parce que le montant des pénalités n'a pas été chiffré.",
    labels: [
      'Retard assumé, avec un chiffre',
      'Votre part est dite',
      'Ni date ni action',
      'Une date et une contrepartie',
      'Question laissée de côté',
      'Reformulation qui ajoute du sens',
      'Un engagement',
    ],
    strengths: [
      [
        'Vous assumez votre part.',
        "Marc n'a plus besoin de chercher un responsable.",
        4,
        "Moi. J'ai validé l'estimation sans l'essayer sur les données réelles.",
      ],
      [
        'Vous reformulez en ajoutant du sens.',
        'Marc entend ce qui compte derrière ses mots, et peut vous le confirmer.',
        11,
        "ce qu'il vous faut, c'est un montant à annoncer ce soir",
      ],
      ['Vous vous engagez sur une date.', 'Qui, quoi, quand : Marc peut le noter tel quel.', 12, 'Je vous envoie le calcul à 17 heures'],
    ],
    vigilance: [
      [
        'Des mots généraux là où il fallait du précis.',
        'Marc ne peut rien en faire. Un nombre, une date ou un nom suffisent.',
        5,
        'Du coup, on va faire au mieux pour rattraper.',
      ],
      [
        'Une question laissée de côté.',
        "Quand la réponse manque, dites-le, puis dites quand vous l'aurez.",
        9,
        'Je ne sais pas, il faudrait voir avec le juridique.',
      ],
    ],
    axes: [
      ['Chiffrer, même à peu près.', 'Un ordre de grandeur et ses limites suffisent à Marc.', 2, 'on a sous-estimé la reprise des données'],
      ['Faire confirmer.', "La date y est. Demandez encore : « C'est bien cela pour vous ? »", 7, 'Le 4 décembre pour le premier lot'],
    ],
    better: [
      'La même promesse, avec une date.',
      '« Le 4 décembre pour le premier lot, à 10 heures. »',
      "Marc sait quand compter dessus et n'a pas à vous relancer.",
    ],
    left: ['Le montant des pénalités', 'Le client a déjà un autre prestataire en vue'],
    criteria: [
      'Écouter activement/Écoute',
      "S'appuyer sur des faits et des chiffres/Faits et chiffres",
      'Conclure sur un engagement/Engagement',
      'Rester calme et tenir sa position/Calme et fermeté',
      "Reconnaître ce que vit l'autre/Reconnaissance",
      "S'exprimer clairement/Clarté",
      'Traiter les objections/Objections',
      'Questionner pour comprendre/Questions',
    ],
    anchor: "Reprend au moins une fois un élément exact de l'autre, de façon générale ou partielle.",
    next: 'Reformule à plusieurs reprises avec justesse, et la suite de ses propos en tient compte.',
    measures: ['Part de parole', 'Longueur des prises de parole', 'Questions ouvertes', 'Délai de réponse', 'Hésitations'],
    units: ['%', 'mots', 'au total', 's', 'pour 100 mots'],
    definition: 'Médiane de vos mots par prise de parole, hésitations non comptées.',
    norm: 'Repère publié, en entretien : 88 %.',
  },
  en: {
    title: 'Late on a strategic project',
    outcome: 'You keep the project, with a check-in two days from now.',
    because: 'Marc came along once you gave two dates that can be kept. He holds back because nobody put a figure on the penalties.',
    labels: [
      'Owning the delay, with a number',
      'Your part, said out loud',
      'No date, no action',
      'A date and something in return',
      'A question left unanswered',
      'Restatement that adds meaning',
      'A commitment',
    ],
    strengths: [
      ['You own your part.', 'Marc can stop looking for someone to hold responsible.', 4, 'I signed off on the estimate without trying it on real data.'],
      ['You restate and add meaning.', 'Marc hears what matters behind the words, and can confirm it.', 11, 'what you need is a figure to give them tonight'],
      ['You commit to a date.', 'Who, what, when: Marc can write it down as is.', 12, "I'll send you the numbers at 5"],
    ],
    vigilance: [
      ['General words where specifics were due.', "Marc can't use them. A number, a date or a name is enough.", 5, "So, we'll do our best to catch up."],
      ['A question left unanswered.', "When you don't have the answer, say so, then say when you will.", 9, "I don't know, we'd have to check with legal."],
    ],
    axes: [
      ['Put a number on it, even a rough one.', 'A ballpark and its limits are enough for Marc.', 2, 'we underestimated the data migration'],
      ['Get a yes.', 'The date is there. Now ask: "Does that work for you?"', 7, 'December 4 for the first batch'],
    ],
    better: ['The same promise, with a date.', '"December 4 for the first batch, by 10 am."', 'Marc knows when to count on it and does not have to chase you.'],
    left: ['The amount of the penalties', 'The client is already talking to another vendor'],
    criteria: [
      'Active listening/Listening',
      'Bringing facts and figures/Facts & figures',
      'Closing on a commitment/Commitment',
      'Staying calm and holding a line/Calm & firm',
      "Acknowledging the other person's position/Acknowledging",
      'Speaking clearly/Clarity',
      'Handling objections/Objections',
      'Asking to understand/Questions',
    ],
    anchor: 'Picks up at least one accurate point the other person made, in general or partial terms.',
    next: 'Restates accurately several times, and what follows takes it into account.',
    measures: ['Share of the talking', 'Length of your turns', 'Open questions', 'Response time', 'Hesitations'],
    units: ['%', 'words', 'in all', 's', 'per 100 words'],
    definition: 'Median of your words per turn, hesitations left out.',
    norm: 'Published reference for interviews: 88%.',
  },
} as const;

/** A whole report as a learner gets it, for tests of what is made of one. */
export function sampleReport(locale: Locale, change: Partial<Report> = {}): Report {
  const text = words[locale];
  const turns: Turn[] = spoken[locale].map(([who, second, said], index) => ({
    seq: index + 1,
    who,
    text: said,
    atMs: second * 1000,
    delayMs: who === 'learner' ? 1100 : null,
    voicedBy: who === 'persona' ? 'bank' : null,
    expression: who === 'persona' ? 'neutral' : null,
    clientTurnId: null,
  }));
  const remark = ([title, why, seq, said]: readonly [string, string, number, string]): Remark => ({ id: title, title, why, quote: quote(turns, seq, said) });
  const levels = [4, 3, 4, 4, 3, 3, 2, null] as const;
  const path = [
    [1, 8, 40, 55],
    [2, 19, 49, 50],
    [4, 70, 60, 44],
    [5, 168, 51, 56],
    [7, 204, 63, 50],
    [9, 334, 55, 62],
    [11, 470, 64, 54],
    [12, 610, 72, 47],
    [13, 690, 73, 45],
  ] as const;
  return {
    id: 'rep_00000000000000000001',
    variant: 'full',
    session: 'ses_00000000000000000001',
    scenario: 'retard-projet-strategique',
    scenarioTitle: text.title,
    level: 2,
    persona: 'marc-delattre',
    personaName: 'Marc Delattre',
    learnerName: 'Camille R.',
    locale,
    createdAt: '2026-11-22T16:10:00Z',
    startedAt: '2026-11-22T16:04:00Z',
    elapsedMs: 700_000,
    outcome: { exit: 'sursis', kind: 'mixed', title: text.outcome, reason: 'exit' },
    because: text.because,
    scored: true,
    curve: path.map(([seq, second, trust, tension]) => ({ seq, atMs: second * 1000, trust, tension })),
    moments: path.slice(1, 8).map(([seq, second, trust, tension], index) => {
      const [, , trustBefore, tensionBefore] = path[index] ?? [0, 0, 0, 0];
      return {
        number: index + 1,
        seq,
        atMs: second * 1000,
        label: text.labels[index] ?? '',
        trust: trust - trustBefore,
        tension: tension - tensionBefore,
        direction: trust - trustBefore >= tension - tensionBefore ? ('up' as const) : ('down' as const),
      };
    }),
    turns,
    analysis: [],
    strengths: text.strengths.map(remark),
    vigilance: text.vigilance.map(remark),
    axes: text.axes.map(remark),
    leftOpen: [
      { kind: 'concern', label: text.left[0] },
      { kind: 'fact', label: text.left[1] },
    ],
    criteria: text.criteria.map((name, index): CriterionScore => {
      const level = levels[index] ?? null;
      return {
        competency: `competency-${index}`,
        name: name.split('/')[0] ?? '',
        short: name.split('/')[1] ?? '',
        weight: index === 1 ? 20 : index === 0 || index === 2 ? 15 : 10,
        level,
        anchor: level === null ? null : text.anchor,
        nextAnchor: level === null ? null : text.next,
        abstained: level === null ? 'not_measurable' : null,
        opportunities: level === null ? 1 : 6,
        quotes: level === null ? [] : [quote(turns, 11, text.strengths[1][3])],
        spread: null,
        moves:
          level === null
            ? [
                { label: text.better[1], quote: quote(turns, 11, text.strengths[1][3]) },
                { label: text.better[2], quote: null },
              ]
            : [],
      };
    }),
    better: { quote: quote(turns, 11, text.strengths[1][3]), title: text.better[0], better: text.better[1], why: text.better[2] },
    replayFrom: { seq: 5, atMs: 168_000, said: turns[4]?.text ?? '', why: text.better[2] },
    next: {
      competency: 'competency-0',
      name: text.better[0],
      exercise: text.better[2],
      scenario: { slug: 'another', title: text.title, personaName: 'Marc Delattre', minutes: 12 },
    },
    panelAwaited: false,
    overall: 3.3,
    measures: (['talk_share', 'words_per_turn', 'open_questions', 'response_delay', 'fillers'] as const).map((id, index) => ({
      id,
      name: text.measures[index] ?? '',
      value: [58, 14, 0, 1.1, 5.2][index] ?? null,
      unit: text.units[index] ?? '',
      definition: text.definition,
      norm: index === 0 ? { value: 88, text: text.norm } : null,
      caveat: null,
    })),
    provenance: { engine: '0.1.0', scenarioVersion: 1, gridVersions: {}, rater: 'rules 0.1.0', seed: 7, raters: 1, model: null, note: null },
    ...change,
  };
}
