import { Clauses } from '@coachvisio/engine/speech/clauses.ts';
import { expect, it } from 'vitest';
import { isStaticLine, library } from './index.ts';

const { personas, scenarios } = library();
const everyone = [...personas.values()];

it('takes what a voice is given of an opening, clause by clause as a turn is cut, and the sample of each voice', () => {
  for (const locale of ['fr', 'en'] as const) {
    for (const { slug, persona, opening } of scenarios.values())
      for (const line of opening[locale]) {
        const clauses = new Clauses();
        const texts = [...clauses.push(line), ...clauses.end()].map(({ text }) => text);
        expect(
          texts.every((text) => isStaticLine({ text, locale, persona })),
          slug,
        ).toBe(true);
        // Words with a place left open would hold somebody's own.
        expect(line, slug).not.toMatch(/[{}]/);
      }
    for (const { slug, sample } of everyone) expect(isStaticLine({ text: sample[locale], locale, persona: slug }), slug).toBe(true);
  }
});

it('takes them of this persona and in this language only', () => {
  for (const { slug, sample } of everyone) {
    expect(isStaticLine({ text: sample.fr, locale: 'en', persona: slug })).toBe(false);
    const other = everyone.find((one) => one.slug !== slug)?.slug ?? '';
    expect(isStaticLine({ text: sample.fr, locale: 'fr', persona: other })).toBe(false);
  }
});

it('takes nothing that answers somebody, unless an opening has the very same words', () => {
  for (const { slug: persona, lines, reactions, disclosure, distress } of everyone)
    for (const locale of ['fr', 'en'] as const) {
      const openings = [...scenarios.values()].filter((one) => one.persona === persona).flatMap(({ opening }) => opening[locale]);
      const answers = [...Object.values(lines), ...Object.values(reactions)].flatMap((each) => each[locale]);
      for (const text of [...answers, disclosure[locale], distress[locale], 'Merci, Camille.', ''])
        if (text === '' || !openings.some((opening) => opening.includes(text))) expect(isStaticLine({ text, locale, persona }), text).toBe(false);
    }
});
