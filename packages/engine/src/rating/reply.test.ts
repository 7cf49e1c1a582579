import { describe, expect, it } from 'vitest';
import { asksForMore } from './asks-for-more.ts';
import { agrees, closesWithNo, closesWithYes, keepsDate, objectsToTone, putsOff, refuses, turnsAway } from './reply.ts';

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

  it.each([
    ['fr', "D'accord, envoyez-moi ça.", true, false],
    ['fr', 'Oui. À jeudi, alors.', true, false],
    ['fr', 'Non. Je garde ce que j’ai.', false, true],
    ['fr', 'Je ne signe pas ça.', false, true],
    ['fr', 'On en reste là.', false, false],
    ['fr', 'Je ne suis pas ravie, mais ça me va.', true, false],
    ['en', "All right, let's do that.", true, false],
    ['en', 'Send it over and I will read it.', true, false],
    ['en', "I won't take that to my board.", false, true],
    ['en', "I'm calling our other supplier.", false, false],
    ['en', 'Yes, but my boss decides.', false, false],
  ] as const)('ends the talk (%s): %s', (locale, reply, yes, no) => {
    expect(closesWithYes(reply, locale)).toBe(yes);
    expect(closesWithNo(reply, locale)).toBe(no);
  });

  it('keeps a date beside a no to something else', () => {
    expect(keepsDate('Je ne sais pas encore. À samedi, alors.', 'Je vous attends samedi à dix heures.', 'fr')).toBe(true);
    expect(keepsDate('Je ne peux pas samedi.', 'Je vous attends samedi à dix heures.', 'fr')).toBe(false);
  });
});
