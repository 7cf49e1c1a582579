import type { Locale } from '@coachvisio/contract/locale.ts';
import type { SignalKind } from '@coachvisio/contract/signal.ts';
import { expect, test } from 'vitest';
import { analyse } from './analyse.ts';
import { context, kinds, quotes } from './analyse.testing.ts';

type Rows = readonly (readonly [SignalKind, Locale, string])[];

const present: Rows = [
  ['commitment', 'fr', 'Je vous envoie le plan demain.'],
  ['commitment', 'fr', 'je vous rappelle vendredi 11 heures'],
  ['commitment', 'fr', "Je m'engage à vous livrer le 28."],
  ['commitment', 'fr', "Vendredi midi vous l'avez."],
  ['commitment', 'fr', 'Je vais recruter deux personnes.'],
  ['commitment', 'fr', 'Je vous propose un point de contrôle jeudi à 9 h.'],
  ['commitment', 'en', "I'll send you the plan tomorrow."],
  ['commitment', 'en', 'I can get you a page by two.'],
  ['commitment', 'en', "You'll have the dates on Friday."],
  ['concession', 'fr', 'Je vous accorde dix pour cent de remise.'],
  ['concession', 'fr', "D'accord pour décaler le module B."],
  ['concession', 'fr', 'On peut descendre à 42 000.'],
  ['concession', 'en', 'We can offer you a discount of ten percent.'],
  ['concession', 'en', "We're willing to move the scope."],
  ['concession', 'en', 'What if I do forty-two?'],
  ['limit', 'fr', 'Je ne peux pas vous promettre jeudi.'],
  ['limit', 'fr', 'je vais pas te garantir le 17'],
  ['limit', 'fr', 'Je préfère ne pas vous promettre cette date.'],
  ['limit', 'en', "I can't promise you Thursday."],
  ['limit', 'en', "Thursday I'm not gonna promise you."],
  ['limit', 'en', "I don't want to overpromise."],
  ['guarantee', 'fr', 'Deux cents euros de pénalité par jour de retard.'],
  ['guarantee', 'fr', 'Je vous le garantis par écrit.'],
  ['guarantee', 'fr', 'La banque vous rembourse sous dix jours.'],
  ['guarantee', 'fr', 'Vous aurez un interlocuteur dédié.'],
  ['guarantee', 'en', "It's in the contract."],
  ['guarantee', 'en', 'You get your money back.'],
  ['guarantee', 'en', 'You will have a dedicated contact.'],
  ['example', 'fr', 'Un de nos clients avait le même souci.'],
  ['example', 'fr', 'On a un réseau à Limoges, quatre crèches.'],
  ['example', 'fr', 'Nous avons accompagné la mairie de Brive pour un projet semblable.'],
  ['example', 'en', 'One of our clients had the same issue.'],
  ['example', 'en', 'A client like yours went live in June.'],
  ['example', 'en', 'Last year we did it for a school district.'],
  ['advice', 'fr', 'Vous devriez déléguer une partie.'],
  ['advice', 'fr', 'Je vous conseille de commencer petit.'],
  ['advice', 'fr', 'À mon avis, essayez de bloquer une heure.'],
  ['advice', 'en', 'You should block an hour for emails.'],
  ['advice', 'en', "I'd suggest starting small."],
  ['advice', 'en', 'Have you tried asking her?'],
  ['information', 'fr', 'On a posé 312 installations depuis le début.'],
  ['information', 'fr', 'Sachez que la reprise des contrats est incluse.'],
  ['information', 'fr', 'La cause principale est le retard des panneaux.'],
  ['information', 'en', "We're thirteen days behind on the labeling cell."],
  ['information', 'en', 'Our platform runs without cell service on any phone.'],
  ['information', 'en', 'The cause was a wrong firmware on the cameras.'],
];
test.each(present)('hears %s (%s): %s', (kind, locale, text) => {
  expect(kinds(text, locale)).toContain(kind);
});

const absent: Rows = [
  ['commitment', 'fr', 'Si je vous envoie le plan demain, vous signez ?'],
  ['commitment', 'fr', 'Je ne vous envoie pas le plan demain.'],
  ['commitment', 'fr', 'Je vais faire au mieux.'],
  ['commitment', 'fr', "J'ai envoyé le plan hier."],
  ['commitment', 'fr', 'Je vais voir ce que je peux faire.'],
  ['commitment', 'fr', 'Je me mets à votre place.'],
  ['commitment', 'en', "If I'll send you the plan tomorrow, will you sign?"],
  ['commitment', 'en', "I won't send you the plan."],
  ['commitment', 'en', "I'll do my best."],
  ['commitment', 'en', 'I sent the plan yesterday.'],
  ['concession', 'fr', 'Je ne peux pas vous faire de remise.'],
  ['concession', 'fr', "Vous êtes d'accord pour jeudi ?"],
  ['concession', 'fr', "Aucune remise n'est prévue."],
  ['concession', 'en', "I can't offer you a discount."],
  ['concession', 'en', 'Are you willing to move?'],
  ['concession', 'en', 'There is no discount.'],
  ['concession', 'en', 'Can we agree on a rule?'],
  ['limit', 'fr', 'Je peux vous promettre jeudi.'],
  ['limit', 'fr', 'Je peux rien faire.'],
  ['limit', 'fr', 'Vous ne pouvez pas me promettre jeudi ?'],
  ['limit', 'en', 'I can promise you Thursday.'],
  ['limit', 'en', "Can't you promise Thursday?"],
  ['limit', 'en', 'There is nothing I can do.'],
  ['guarantee', 'fr', 'Je ne peux rien vous garantir.'],
  ['guarantee', 'fr', "C'est la garantie constructeur, c'est pas nous."],
  ['guarantee', 'fr', 'Quelles garanties voulez-vous ?'],
  ['guarantee', 'en', "We can't guarantee that."],
  ['guarantee', 'en', 'Do you want a money back clause?'],
  ['guarantee', 'en', "It's not in the contract."],
  ['example', 'fr', 'Pouvez-vous me donner un exemple ?'],
  ['example', 'fr', 'Vous êtes un client important.'],
  ['example', 'fr', "Je n'ai pas d'exemple."],
  ['example', 'en', 'Can you give me an example?'],
  ['example', 'en', 'You are a valued customer.'],
  ['example', 'en', "I don't have an example."],
  ['advice', 'fr', 'Vous auriez dû prévenir.'],
  ['advice', 'fr', 'Vous devriez recevoir un SMS.'],
  ['advice', 'fr', 'Je ne vous conseille rien.'],
  ['advice', 'en', "You should've called."],
  ['advice', 'en', 'You should get a text.'],
  ['advice', 'en', 'You should have called.'],
  ['information', 'fr', "Combien avez-vous posé d'installations en 3 mois ?"],
  ['information', 'fr', 'Trois semaines.'],
  ['information', 'fr', 'On fera de notre mieux pour vous aider.'],
  ['information', 'en', 'Do you have 3 people on your team?'],
  ['information', 'en', 'Three weeks.'],
  ['information', 'en', 'We really want to help you out.'],
];
test.each(absent)('hears no %s (%s): %s', (kind, locale, text) => {
  expect(kinds(text, locale)).not.toContain(kind);
});

test.each([
  ['fr', 'Soit quatre-vingt-sept pour cent de temps gagné.', ['87 %']],
  ['fr', 'On a 16 100 € de pénalités, pas 12,5 %.', ['16100 €', '12.5 %']],
  ['fr', 'deux cents factures par semaine', ['200 factures']],
  ['fr', 'On est passé de onze accidents à trois.', ['11 accidents']],
  ['fr', 'entre trente-huit et quarante-deux mille euros', ['38', '42000 €']],
  ['fr', 'une trentaine de personnes', ['30']],
  ['fr', 'deux virgule cinq pour cent', ['2.5 %']],
  ['en', 'That is a hundred and four thousand dollars.', ['104000 $']],
  ['en', "we're thirteen days behind", ['13 days']],
  ['en', 'It saved $40,000 a year.', ['40000 $']],
  ['en', 'ninety-eight percent', ['98 %']],
] as const)('reads figures (%s): %s', (locale, text, values) => {
  expect(
    analyse(text, context(locale))
      .filter((signal) => signal.kind === 'figure')
      .map((signal) => signal.value),
  ).toEqual(values);
});

test.each([
  ['fr', 'un collègue a une idée'],
  ['fr', 'le 4 décembre à 17 h 30'],
  ['fr', 'sous 48 heures'],
  ['fr', 'en 2023'],
  ['fr', 'les deux me vont'],
  ['fr', 'deux mots'],
  ['fr', 'le matériel est neuf'],
  ['fr', "c'est page quatre, article 9"],
  ['fr', 'mille mercis'],
  ['en', 'one of them has an idea'],
  ['en', 'on December 4 at 5 pm'],
  ['en', 'within 48 hours'],
  ['en', 'in 2023'],
  ['en', 'the two of them'],
  ['en', 'one thing'],
  ['en', 'see page four, section 11'],
] as const)('counts no figure (%s): %s', (locale, text) => {
  expect(kinds(text, locale)).not.toContain('figure');
});

test.each([
  ['fr', "Vous l'aurez d'ici vendredi.", "d'ici vendredi"],
  ['fr', 'Réponse sous 48 heures.', 'sous 48 heures'],
  ['fr', 'On se voit le 4 décembre.', 'le 4 décembre'],
  ['fr', 'Je vous appelle à 17 h.', 'à 17 h'],
  ['fr', 'ce sera fini le 28', 'le 28'],
  ['fr', 'demain matin neuf heures', 'demain matin neuf heures'],
  ['en', 'You get it by Friday.', 'by Friday'],
  ['en', 'within 48 hours', 'within 48 hours'],
  ['en', 'We meet on December 4.', 'on December 4'],
  ['en', 'Call me at 5 pm.', 'at 5 pm'],
  ['en', 'Monday the sixteenth', 'Monday the sixteenth'],
] as const)('reads a date (%s): %s', (locale, text, date) => {
  expect(quotes('date', text, locale)).toEqual([date]);
});

test.each([
  ['fr', 'trois semaines de retard'],
  ['fr', 'je vous entends mais non'],
  ['fr', 'le 3e lot'],
  ['en', 'two weeks late'],
  ['en', 'it may work'],
  ['en', 'the second one'],
] as const)('reads no date (%s): %s', (locale, text) => {
  expect(kinds(text, locale)).not.toContain('date');
});

test('a commitment carries its date', () => {
  const found = analyse('Je vous envoie le plan demain à 14 heures.', context('fr')).find((signal) => signal.kind === 'commitment');
  expect(found?.value).toBe('demain a 14 heures');
});
