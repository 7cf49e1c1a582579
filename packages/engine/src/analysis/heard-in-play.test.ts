import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';

/** Turns that whole conversations showed to be misread, with what they are and what they are not. */
const kinds = (text: string, locale: Locale, personaSaid = '') =>
  new Set(analyse(text, { locale, personaSaid, earlier: [], about: ['atlas'], structured: false, interruptsAfterWords: null }).map(({ kind }) => kind));

type Row = readonly [text: string, locale: Locale, is: readonly SignalKind[], isNot?: readonly SignalKind[], personaSaid?: string];
const rows: readonly Row[] = [
  ["Moi. J'ai validé l'estimation sans l'essayer.", 'fr', ['ownership']],
  ["C'est moi qui avais validé l'estimation, c'est mon erreur.", 'fr', ['ownership']],
  ["C'est vrai qu'on l'a sous-estimée.", 'fr', ['ownership']],
  ['On te regarde de travers à cause de ma phrase.', 'fr', ['ownership'], ['justification']],
  ['I approved the estimate without testing it.', 'en', ['ownership']],
  ["That's because of me, and I'm sorry.", 'en', ['ownership', 'apology']],
  ["Si je vous comprends bien, ce qu'il vous faut, c'est un montant.", 'fr', ['reformulation'], [], 'Le client veut un montant ce soir.'],
  [
    "If I understand correctly, after the booklet they're on their own at the client's.",
    'en',
    ['reformulation'],
    [],
    "A forty-page booklet, and the next day they're at the client's.",
  ],
  ['The export module can wait.', 'en', ['concession']],
  ['I understand you gave your word to the client.', 'en', ['acknowledgement']],
  ["C'est humiliant, ce que je t'ai fait vivre.", 'fr', ['acknowledgement']],
  ['Ça dépend du juridique.', 'fr', ['evasion']],
  ['Pour la date, ça dépend. On devrait y arriver.', 'fr', ['evasion', 'vague']],
  ['On en reparle bientôt, d’accord ?', 'fr', ['evasion']],
  ['It depends on legal.', 'en', ['evasion']],
  ["For the rest, we'll see, probably mid-December.", 'en', ['evasion'], ['commitment']],
  ["Je suis désolé si tu l'as mal pris.", 'fr', ['hollow_empathy'], ['apology']],
  ["I'm sorry if you took it badly.", 'en', ['hollow_empathy'], ['apology']],
  ["C'est vous qui avez dû rattraper l'inventaire.", 'fr', [], ['blame']],
  ['Je vous appelle pour vous présenter notre service.', 'fr', [], ['commitment']],
  ['On va mettre les bouchées doubles.', 'fr', ['vague'], ['commitment']],
  ['Je vous présente mes excuses.', 'fr', ['apology'], ['commitment']],
  ['We have to make December 15.', 'en', [], ['commitment']],
  ['Je vous renvoie le contrat demain, ça vous va ?', 'fr', ['commitment', 'date']],
  ['Tous nos clients sont ravis, vous allez adorer.', 'fr', ['vague']],
  ["It's the most complete solution on the market, you'll love it.", 'en', ['vague']],
  ["Qu'est-ce que vous avez déjà essayé ?", 'fr', ['open_question'], ['advice']],
  ['On a dix jours de retard, à cause de la reprise des données.', 'fr', ['figure'], ['justification']],
  // What hurried hands write: lower case, no question mark, no full stop.
  ["on a livré 27 installations sur 29 à l'heure", 'fr', ['figure'], ['vague']],
  ["Karim s'en occupe à plein temps dès lundi", 'fr', ['date'], ['vague']],
  ["ok let's talk again friday", 'en', ['date'], ['vague']],
  ['vous voulez quoi comme preuve', 'fr', ['open_question']],
  ["ah oui. il s'est passé quoi exactement", 'fr', ['open_question']],
  ["c'est combien votre budget", 'fr', ['closed_question']],
  ['vous signez ou pas à la fin', 'fr', ['closed_question']],
  ['vous avez 5 min', 'fr', ['closed_question']],
  ['et il y en a combien qui partent', 'fr', ['closed_question']],
  ["qui d'autre doit valider", 'fr', ['closed_question']],
  ["j'ai un client qui est content", 'fr', [], ['closed_question']],
  ["c'est qui les 2 prestataires", 'fr', ['closed_question']],
  ['je comprends pas la question', 'fr', ['asks_to_repeat']],
  ["d'accord, on met un point tous les lundis à 9h", 'fr', ['commitment', 'date']],
  ["et qu'est ce qui vous agace le plus là dedans", 'fr', ['open_question']],
  ["J'ai l'impression qu'on s'est perdus de vue et je voudrais comprendre comment tu vis les choses.", 'fr', ['open_question']],
  ["je ne sais pas, dites moi pourquoi vous n'avez pas sorti le stylo ?", 'fr', ['open_question']],
  ['je sais pas trop quoi vous dire', 'fr', [], ['open_question', 'closed_question']],
  ['Vous voulez quoi à la fin ?', 'fr', [], ['open_question']],
  ['yikes. how late were they', 'en', ['closed_question']],
  ['ok so what went wrong with the other ones', 'en', ['open_question']],
  ["what's the team like", 'en', ['open_question']],
  ['how about thursday at 9', 'en', ['closed_question', 'date']],
  ['Parce que nous ne sommes pas comme les autres !', 'fr', ['vague']],
  ["because we're different, we care about our customers", 'en', ['vague']],
  ['vous pouvez me faire confiance', 'fr', ['vague']],
  ['i could do 47k', 'en', ['concession']],
  ['je peux te décharger du dossier dès lundi', 'fr', ['concession']],
  ['vous ne payez rien tant que le premier site ne tourne pas', 'fr', ['guarantee']],
  ["you don't pay anything until the first site works", 'en', ['guarantee']],
  ['vous pouvez appeler dantec emballages', 'fr', ['example']],
  ["vous pouvez m'appeler quand vous voulez", 'fr', [], ['example']],
  ['on fait un point chaque lundi à 9h', 'fr', ['commitment', 'date']],
  ["donc tu t'es senti attaqué sur ton travail", 'fr', ['acknowledgement']],
  ['vous me faites perdre mon temps', 'fr', ['contempt']],
  [
    "Donc ce n'est pas le retard lui meme c'est de ne pas avoir été prévenu",
    'fr',
    ['complex_reformulation'],
    [],
    "Le vendredi, il n'y avait plus rien. Si on m'avait prévenu à temps, je sauvais au moins l'inventaire.",
  ],
  [
    "it's not the delay itself, it's that nobody told you",
    'en',
    ['complex_reformulation'],
    [],
    'You know what stuck? Not the delay. They had known for three weeks.',
  ],
  ['prix délai garantie preuve chiffres', 'fr', ['vague'], ['guarantee', 'information']],
  ['price schedule guarantee proof figures', 'en', ['vague'], ['guarantee', 'information']],
];

describe('what was heard in play', () => {
  for (const [text, locale, is, isNot = [], said = ''] of rows) {
    it(`${locale}: ${text}`, () => {
      const found = kinds(text, locale, said);
      for (const kind of is) expect([...found]).toContain(kind);
      for (const kind of isNot) expect([...found]).not.toContain(kind);
    });
  }
});
