import type { Script } from './clips.ts';

/** Words that hand over. */
export const questions: readonly Script[] = [
  'Quelle date pouvez-vous tenir pour le premier site ?',
  "Qu'est-ce qui vous inquiète le plus aujourd'hui ?",
  'Comment voyez-vous la suite avec vos équipes ?',
  'Combien de sites faut-il équiper avant la fin de l’année ?',
  "Pourquoi les prestataires précédents n'ont-ils pas tenu leurs délais ?",
  'De quoi avez-vous besoin pour décider cette semaine ?',
].map((text) => ({ parts: [text] }));

/** Sentences that could be the last. */
export const statements: readonly Script[] = [
  'Nous avons livré vingt-sept installations sur vingt-neuf à la date prévue.',
  'Je comprends que vous ne vouliez pas revivre ça.',
  'Le premier site sera prêt en quatre semaines.',
  'Je vous envoie le plan détaillé demain matin.',
].map((text) => ({ parts: [text] }));

/** What a listener says to show that they listen. */
export const backchannels: readonly Script[] = ['Oui.', "D'accord.", 'Je vois.', 'Bien sûr.'].map((text) => ({ parts: [text] }));

/** Said into the persona's words: three words or more, or a question. */
export const interruptions: readonly Script[] = [
  'Attendez, je voudrais revenir sur ce point.',
  'Non, ce que je vous propose est différent.',
  'Excusez-moi, de quel site parlez-vous exactement ?',
  'Justement, nous avons un calendrier précis à vous montrer.',
  'Pardon, mais je ne suis pas de cet avis.',
].map((text) => ({ parts: [text] }));

/** People who think in the middle of what they say, for 0.5 to 1.1 s: after a comma, a connector, a hesitation, a closed clause. */
export const thinking: readonly Script[] = [
  { parts: ["J'ai vu avec l'équipe technique,", 'et nous pouvons commencer lundi.'], pausesMs: [500] },
  { parts: ['Pour le premier site,', 'je vous propose le quatre décembre.'], pausesMs: [700] },
  { parts: ['Si le planning vous convient,', 'nous signons cette semaine.'], pausesMs: [900] },
  { parts: ['Concernant le prix,', 'je ne peux pas descendre plus bas.'], pausesMs: [1100] },
  { parts: ['Après la première livraison,', 'nous faisons un bilan ensemble,', 'et vous décidez de la suite.'], pausesMs: [600, 1000] },
  { parts: ["Le retard est venu d'un fournisseur parce que", "ses pièces n'étaient pas prêtes."], pausesMs: [500] },
  { parts: ['Nous avons changé de méthode et', 'nous livrons maintenant site par site.'], pausesMs: [700] },
  { parts: ['Je voudrais vous montrer le', 'tableau de suivi que nous utilisons.'], pausesMs: [900] },
  { parts: ['Nous pouvons tenir la date si', 'vos équipes sont disponibles en décembre.'], pausesMs: [1100] },
  { parts: ["C'est une question de", 'confiance entre nos équipes, donc', 'je préfère être précis.'], pausesMs: [800, 1000] },
  { parts: ['Je pense que, euh', 'le calendrier peut être revu.'], pausesMs: [500] },
  { parts: ['Il nous faudrait, euh', 'deux semaines de plus.'], pausesMs: [700] },
  { parts: ['Comment dire', "nous n'avions pas mesuré la charge."], pausesMs: [900] },
  { parts: ['Le budget serait de, euh', 'cinquante mille euros en tout.'], pausesMs: [1100] },
  { parts: ['Alors euh', 'pour être franc, euh', 'la première version était insuffisante.'], pausesMs: [600, 1000] },
  { parts: ['Nous avons dix jours de retard.', 'Je vous dois une explication.'], pausesMs: [500] },
  { parts: ['Je comprends votre prudence.', 'Deux prestataires vous ont déjà déçu.'], pausesMs: [700] },
  { parts: ['Le matériel est commandé.', 'Il arrive jeudi chez vous.'], pausesMs: [900] },
  { parts: ["C'est ma responsabilité.", "J'aurais dû vous prévenir plus tôt."], pausesMs: [1000] },
  { parts: ['Nous avons formé douze personnes.', 'Elles seront sur place lundi.'], pausesMs: [1100] },
  { parts: ["J'ai apporté trois références.", 'La première est dans votre secteur.', 'Vous pouvez les appeler.'], pausesMs: [800, 1050] },
  { parts: ['Je vous propose un premier lot,', 'plus petit. Il serait prêt en janvier,', 'avec une pénalité si nous sommes en retard.'], pausesMs: [950, 650] },
  { parts: ['Vous avez raison sur ce point.', 'Nous aurions dû commencer par là.'], pausesMs: [1080] },
  { parts: ['La formation dure deux jours, puis', 'nous restons une semaine sur site.'], pausesMs: [1050] },
];
