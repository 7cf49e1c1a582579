/**
 * Hurried hands leave the apostrophe out: «jai appelé», «cest», «lequipe», "dont", "ill send". The words below are put back
 * together only where the glued form is no word of its own («la», «les», «tes», "its", "well" stay as they are). By hand.
 */
const AFTER_JE =
  'ai|avais|aurais|aurai|etais|entends|envoie|enverrai|essaie|essaye|essaierai|appelle|appelais|appellerai|arrive|arrivais|aime|aimerais|accepte|admets|assume|attends|ajoute|espere|explique|organise|ecoute|imagine|ignore|insiste|interviens|ouvre|oublie|utilise|habite|hesite|avoue|apporte|apprends|apprecie|encadre|y|en';
const AFTER_CE = 'est|etait|etaient';
const AFTER_QUE = 'est|il|ils|on|un|une|en|avez|avons|attendez|attends|aurait|etait';
const AFTER_NE = 'ai|est|etait|etais|etaient|avez|avons|avais|avait|ont|aurais|aurait|arrive|arrivait|y';
const AFTER_ME = 'avez|avait|avais|avaient|engage|excuse|occupe|inquiete|appelez|appelle|arrange|ecoutez|expliquez|aider|aidez';
const AFTER_SE = 'est|etait|il|ils|arrange|agit';
const AFTER_DE = "accord|abord|ailleurs|ici|apres|avoir|etre|aujourdhui|aujourd'hui|habitude|autres|autre|argent|equipe|ecrire|envoyer|appeler";
const AFTER_LE =
  'ai|avez|avons|avais|avait|equipe|entreprise|idee|argent|heure|usine|annee|ecole|entretien|appel|offre|agence|envoie|envoi|enverrai|appelle|impression|essentiel|objectif|erreur|estimation|ensemble|export|histoire|honnetete|organisation|information|avenir|eau|inventaire|acompte|equite|hopital|infirmiere|atelier|avis|appartement|assurance|avance|echeance|enquete|urgence|inquietude';
const FRENCH = `j(?=(?:${AFTER_JE})(?![a-z]))|c(?=(?:${AFTER_CE})(?![a-z]))|(?:jus|lors|puis)?qu(?=(?:${AFTER_QUE})(?![a-z]))|jusqu(?=(?:a|au|en|ici)(?![a-z]))|n(?=(?:${AFTER_NE})(?![a-z]))|m(?=(?:${AFTER_ME})(?![a-z]))|s(?=(?:${AFTER_SE})(?![a-z]))|d(?=(?:${AFTER_DE})(?![a-z]))|l(?=(?:${AFTER_LE})(?![a-z]))|aujourd(?=hui(?![a-z]))`;
/** «Dont» is French and "ill" is sick: each only where it stands before or after what makes it the other word. */
const ENGLISH =
  '(?<=(?:i|you|we|they|people|just|really|please) )don(?=t(?![a-z]))|(?:does|did|is|was|were|are|have|has|had|could|would|should)n(?=t(?![a-z]))|(?<=(?:i|you|we|they|he|she|it|just|that) )(?:ca|wo)n(?=t(?![a-z]))|i(?=(?:m|ve)(?![a-z]))|(?:you|they|we)(?=ve(?![a-z]))|(?:you|they)(?=ll(?![a-z]))|(?:you|they)(?=(?:re|d)(?![a-z]))|(?:that|what|there|here)(?=s(?![a-z]))|(?<=(?:^|[.,!?;:] ?|(?:and|so|then|but|ok|okay|yes|sure|maybe) ))i(?=ll [a-z])';
const GLUED = new RegExp(`(?<![a-z0-9'-])(?:${FRENCH}|${ENGLISH})`, 'g');

/** Where an apostrophe is missing: the place behind which it belongs. */
export const missingApostrophes = (text: string): number[] => [...text.matchAll(GLUED)].map((found) => found.index + found[0].length);
