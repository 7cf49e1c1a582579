import { describe, expect, it } from 'vitest';
import { asksForMore } from './asks-for-more.ts';
import { agrees, keepsDate, objectsToTone, putsOff, refuses, turnsAway } from './reply.ts';

describe('a reply', () => {
  it('puts a decision off', () => {
    expect(putsOff("On verra. Envoyez d'abord.", 'fr')).toBe(true);
    expect(putsOff('Let me think about it.', 'en')).toBe(true);
    expect(putsOff("Jeudi, d'accord.", 'fr')).toBe(false);
  });

  it.each([
    ['fr', 'Très bien, je le ferai moi-même.'],
    ['fr', "Restons-en là. Merci d'être passé."],
    ['en', "I'll look elsewhere. Thanks for your time."],
    ['en', "Fine. I'll take it from here."],
  ] as const)('takes the matter away (%s): %s', (locale, reply) => {
    expect(turnsAway(reply, locale)).toBe(true);
    expect(agrees(reply, locale)).toBe(false);
  });

  it('that leaves the end to the learner takes nothing away', () => {
    expect(turnsAway('On continue, ou on en reste là ?', 'fr')).toBe(false);
    expect(turnsAway('Shall we keep going, or are we done here?', 'en')).toBe(false);
  });

  it('objects to the tone, not to the matter', () => {
    expect(objectsToTone("Changez de ton, s'il vous plaît.", 'fr')).toBe(true);
    expect(objectsToTone("Don't talk to me like that.", 'en')).toBe(true);
    expect(objectsToTone('Votre prix ne me va pas.', 'fr')).toBe(false);
  });

  it('agrees, unless it ends by asking or puts off', () => {
    expect(agrees("D'accord, on fait comme ça.", 'fr')).toBe(true);
    expect(agrees('Deal. The nineteenth.', 'en')).toBe(true);
    expect(agrees("D'accord. Et les pénalités ?", 'fr')).toBe(false);
    expect(agrees("All right. I'll wait and see.", 'en')).toBe(false);
  });

  it('keeps a date by saying it back, whatever else it puts off', () => {
    const said = 'Je vous rappelle vendredi à 11 heures.';
    expect(keepsDate("Vendredi 11 heures, c'est noté. Mais pour l'instant, je ne signe pas.", said, 'fr')).toBe(true);
    expect(keepsDate('Mardi, plutôt.', said, 'fr')).toBe(false);
    expect(keepsDate('Pourquoi vendredi ?', said, 'fr')).toBe(false);
    expect(keepsDate('Je verrai vendredi.', said, 'fr')).toBe(false);
    expect(keepsDate('Not Friday.', "I'll call you Friday.", 'en')).toBe(false);
  });

  it('begins with a no', () => {
    expect(refuses("I'm not giving you a card.", 'en')).toBe(true);
    expect(refuses("Ce samedi, la chaudière a lâché. Je n'y étais pas.", 'fr')).toBe(false);
  });

  it.each([
    ['fr', 'Vous avez un exemple précis ?', true],
    ['fr', "Bien marché, c'est-à-dire ?", true],
    ['fr', 'Donnez-nous un exemple où vous avez gardé votre sang-froid devant quelqu’un.', false],
    ['en', 'Can you think of a specific one?', true],
    ['en', 'Give me an example of a time when you led a team through a change.', false],
  ] as const)('asks for what was left out (%s): %s', (locale, reply, asks) => {
    expect(asksForMore(reply, locale)).toBe(asks);
  });
});
