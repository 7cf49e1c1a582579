import { expect, test } from 'vitest';
import './extended-cast.ts';
import { drawMouth } from './mouth.ts';
import { faceOf, personaSlugs } from './personas.ts';
import { EXPRESSIONS, REST } from './pose.ts';
import { type Viseme, VISEMES } from './visemes.ts';

const faces = personaSlugs().flatMap((slug) => faceOf(slug) ?? []);
const moods = Object.values(EXPRESSIONS);

/** The shapes are the gap, the lower teeth, the tongue and the upper teeth, then the lips. */
const seen = (viseme: Viseme, mood = REST) =>
  faces.map((face) =>
    drawMouth(face, { ...mood, ...VISEMES[viseme] })
      .slice(0, 4)
      .map(({ attrs }) => attrs?.['visibility'] === 'inherit'),
  );

test('lips are closed in silence and on a p, in every mood', () => {
  for (const mood of moods) {
    for (const viseme of ['sil', 'PP'] as const) for (const [gap] of seen(viseme, mood)) expect(gap).toBe(false);
  }
});

test('an open sound parts the lips; rounded ones hide the teeth, an s shows both rows', () => {
  for (const shapes of seen('aa')) expect(shapes).toEqual([true, false, true, true]);
  for (const viseme of ['O', 'U'] as const) for (const [gap, , , teeth] of seen(viseme)) expect([gap, teeth]).toEqual([true, false]);
  for (const [gap, lower, , upper] of seen('SS')) expect([gap, lower, upper]).toEqual([true, true, true]);
  for (const [gap, , tongue, upper] of seen('TH')) expect([gap, tongue, upper]).toEqual([true, true, false]);
});

test('nothing that is drawn is not a number', () => {
  for (const face of faces) {
    for (const mood of moods) {
      for (const mouth of Object.values(VISEMES)) expect(JSON.stringify(drawMouth(face, { ...mood, ...mouth }))).not.toContain('NaN');
    }
  }
});
