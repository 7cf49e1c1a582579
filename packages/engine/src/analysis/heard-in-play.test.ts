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
