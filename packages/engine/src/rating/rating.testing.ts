import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { ScenarioContent, type CompetencyContent } from '@coachvisio/contract/scenario.ts';
import claire from '../../../../content/personas/claire-morel.json' with { type: 'json' };
import marc from '../../../../content/personas/marc-delattre.json' with { type: 'json' };
import interview from '../../../../content/scenarios/entretien-recrutement-premier-poste.json' with { type: 'json' };
import delay from '../../../../content/scenarios/retard-projet-strategique.json' with { type: 'json' };
import type { Scene } from '../direction/direct.ts';
import { playThrough } from '../turn/play-through.ts';
import type { RateInput } from './rate.ts';
import type { RatedCriterion } from './rating.ts';

const texts = { fr: 'un texte', en: 'a text' };

/** Competencies as data: rating reads their slugs only. */
export const competenciesOf = (scenario: Pick<ScenarioContent, 'criteria'>): ReadonlyMap<string, CompetencyContent> =>
  new Map(
    scenario.criteria.map(({ competency }) => [
      competency,
      { slug: competency, version: 1, name: texts, short: texts, anchors: [texts, texts, texts, texts, texts], exercise: texts },
    ]),
  );

export const scenes = {
  delay: { scenario: ScenarioContent.parse(delay), persona: PersonaContent.parse(marc), locale: 'fr', seed: 7 },
  interview: { scenario: ScenarioContent.parse(interview), persona: PersonaContent.parse(claire), locale: 'fr', seed: 7 },
} as const;

/** What a learner said to a persona of the library, ready to be rated. */
export function played(scene: Scene, lines: readonly string[]): RateInput {
  const { snapshot, turns, analysis } = playThrough(scene, lines);
  const { scenario, persona, locale } = scene;
  return {
    scenario,
    persona,
    locale,
    competencies: competenciesOf(scenario),
    turns,
    analysis,
    finalState: snapshot.persona,
    outcome: { exit: null, kind: null, reason: 'learner' },
  };
}

export const capableLines: readonly string[] = [
  "Le retard est de dix jours ouvrés et il vient de chez nous : on a sous-estimé la reprise des données. C'est moi qui ai validé l'estimation.",
  'On va faire au mieux pour rattraper, ne vous inquiétez pas.',
  "Qu'est-ce que le client attend de vous ce soir ?",
  'Les pénalités sont de 1 500 euros par jour, donc 15 000 euros si on dépasse le 11 décembre. Je ne peux pas vous promettre mieux que le 4 décembre pour le premier lot.',
  "Vous devez annoncer un montant au client ce soir, et vous ne voulez pas d'une mauvaise surprise la semaine prochaine, c'est bien cela ?",
  "Je comprends, mais ce n'est pas de ma faute si le prestataire a traîné.",
  'Je vous envoie le calcul des pénalités ce soir à 17 heures, et on se revoit jeudi à 9 heures pour faire le point. Ça vous va ?',
];

export const answerLines: readonly string[] = [
  "L'année dernière, j'étais vendeuse chez un opticien pendant six mois. Ma responsable m'avait demandé de gérer les réclamations. J'ai rappelé chaque client sous 24 heures et au final on est passés de douze réclamations à trois par mois.",
  "J'ai d'abord écouté le client, ensuite j'ai appelé le laboratoire devant lui, et j'ai obtenu une livraison en deux jours. Il est revenu avec un avis cinq étoiles.",
  "On a fait un projet de groupe, on était quatre, on s'est organisés et on a fini à temps.",
  "Je m'étais trompée dans le planning. J'ai prévenu mon responsable le jour même, j'ai refait le tableau et depuis il n'y a plus eu d'erreur.",
];

/** Criteria by slug, each with its level and its weight. */
export const ratedOf = (criteria: Readonly<Record<string, readonly [level: RatedCriterion['level'], weight: number]>>): RatedCriterion[] =>
  Object.entries(criteria).map(([competency, [level, weight]]) => ({ competency, weight, level, opportunities: 4, quotes: [], moves: [] }));
