import { describe, expect, it } from 'vitest';
import { isBackchannel } from './backchannel.ts';

describe('words said into the persona’s', () => {
  it.each([
    ['fr', 'Oui.'],
    ['fr', "d'accord"],
    ['fr', 'D’accord, oui.'],
    ['fr', 'Mm'],
    ['fr', 'oui je vois'],
    ['fr', 'Ah oui, bien sûr'],
    ['en', 'Mm-hmm.'],
    ['en', 'Okay, I see.'],
    ['en', 'yeah right'],
    ['fr', ''],
  ] as const)('%s «%s» only show that one listens', (locale, text) => {
    expect(isBackchannel(text, locale)).toBe(true);
  });

  it.each([
    ['fr', 'Non.'],
    ['fr', 'Attendez'],
    ['fr', 'Oui mais'],
    ['fr', 'Oui ?'],
    ['fr', 'pardon'],
    ['fr', "d'accord pour jeudi"],
    ['fr', 'oui oui oui stop'],
    ['en', 'No.'],
    ['en', 'Wait'],
    ['en', 'Sorry, but'],
    ['en', 'Right?'],
  ] as const)('%s «%s» interrupt', (locale, text) => {
    expect(isBackchannel(text, locale)).toBe(false);
  });
});
