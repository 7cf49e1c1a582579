import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Locale } from '@coachvisio/contract/locale.ts';
import { PersonaContent } from '@coachvisio/contract/persona.ts';
import { ScenarioContent } from '@coachvisio/contract/scenario.ts';
import { describe, expect, it } from 'vitest';
import { findPatterns } from '../analysis/match.ts';
import type { Scene } from '../direction/direct.ts';
import { chance } from '../random.ts';
import { playThrough } from './play-through.ts';

const root = new URL('../../../../', import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
const slugs = readdirSync(new URL('content/scenarios/', root)).map((file) => file.replace('.json', ''));
const scenarioOf = (slug: string) => ScenarioContent.parse(read(`content/scenarios/${slug}.json`));
const personaOf = (scenario: ScenarioContent) => PersonaContent.parse(read(`content/personas/${scenario.persona}.json`));
const sceneOf = (scenario: ScenarioContent, locale: Locale, seed: number): Scene => ({ scenario, persona: personaOf(scenario), locale, seed });

type Learner = 'competent' | 'middling' | 'clumsy';
const learnerFile = (scenario: ScenarioContent, learner: Learner, locale: Locale) => new URL(`tests/learners/${scenario.slug}/${learner}.${locale}.txt`, root);
const linesOf = (scenario: ScenarioContent, learner: Learner, locale: Locale): string[] =>
  readFileSync(learnerFile(scenario, learner, locale), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

const seeds = [1, 2, 3, 7, 11];
const kindOf = (scenario: ScenarioContent, exit: string | null | undefined) => scenario.exits.find(({ id }) => id === exit)?.kind;

/** Turns of somebody who wanders: fillers, half answers, questions, numbers; enough of them that none has to be used twice. */
const wandering: Record<Locale, readonly string[]> = {
  fr: [
    'Je vois ce que vous voulez dire.',
    'Et sinon, comment ça se passe de votre côté ?',
    'On peut regarder ça ensemble, point par point.',
    'Il y a plusieurs façons de le voir, je crois.',
    'Je ne sais pas trop quoi vous répondre là-dessus.',
    "J'ai préparé quelques éléments avant de venir.",
    "Qu'est-ce qui compte le plus pour vous ?",
    'Je pense que trois points méritent qu’on s’y arrête.',
    "C'est une bonne remarque, je la note.",
    "Je vous propose d'avancer un peu.",
    "D'accord, je vous écoute.",
    "Ce n'est pas simple, je le reconnais.",
    'On a fait au mieux avec ce qu’on avait.',
    'Pouvez-vous m’en dire un peu plus ?',
    'Je vous envoie un message demain matin.',
    'Je comprends que ce soit important pour vous.',
    'De mon côté, j’ai besoin de quelques jours.',
    "Il me semble qu'on a déjà dit l'essentiel.",
    'Qui d’autre est au courant, chez vous ?',
    "J'aimerais revenir sur ce que vous disiez au début.",
  ],
  en: [
    'I see what you mean.',
    'And how are things on your side?',
    'We can look at it together, one point at a time.',
    'There are several ways to see it, I think.',
    "I'm not sure what to answer on that one.",
    'I prepared a few things before coming.',
    'What matters most to you?',
    'I think three points deserve a closer look.',
    "That's a fair remark, I'm writing it down.",
    "I'd suggest we move along a little.",
    "All right, I'm listening.",
    "It isn't simple, I'll grant you that.",
    'We did what we could with what we had.',
    'Can you tell me a bit more?',
    "I'll send you a message tomorrow morning.",
    'I understand that it matters to you.',
    'On my side, I need a few days.',
    'It seems to me that the main things have been said.',
    'Who else knows about it, on your side?',
    "I'd like to come back to what you said at the start.",
  ],
};

/** No exit before the end, so that twenty turns can be played whatever happens. */
const endless = (scenario: ScenarioContent): ScenarioContent => ({ ...scenario, exits: scenario.exits.filter(({ when }) => when.atEnd) });
const shuffled = (lines: readonly string[], seed: number) =>
  lines
    .map((line, index) => ({ line, at: chance(seed, index) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ line }) => line);

for (const slug of slugs) {
  for (const locale of Locale.options) {
    describe(`${slug} in ${locale}`, () => {
      it('plays the same lines with the same seed to the same end', () => {
        const scenario = scenarioOf(slug);
        const lines = linesOf(scenario, 'competent', locale);
        expect(playThrough(sceneOf(scenario, locale, 7), lines)).toEqual(playThrough(sceneOf(scenario, locale, 7), lines));
      });

      it('ends well for a competent learner and not for a clumsy one, whatever the seed', () => {
        const scenario = scenarioOf(slug);
        for (const seed of seeds) {
          const good = playThrough(sceneOf(scenario, locale, seed), linesOf(scenario, 'competent', locale)).snapshot;
          const clumsy = playThrough(sceneOf(scenario, locale, seed), linesOf(scenario, 'clumsy', locale)).snapshot;
          expect(kindOf(scenario, good.outcome?.exit)).toBe('good');
          expect(kindOf(scenario, clumsy.outcome?.exit)).toBe('bad');
          expect(good.persona.trust).toBeGreaterThanOrEqual(clumsy.persona.trust + 25);
        }
      });

      it('leaves a middling learner between the two', () => {
        const scenario = scenarioOf(slug);
        if (!existsSync(learnerFile(scenario, 'middling', locale))) return;
        for (const seed of seeds) {
          const { outcome } = playThrough(sceneOf(scenario, locale, seed), linesOf(scenario, 'middling', locale)).snapshot;
          expect(kindOf(scenario, outcome?.exit)).toBe('mixed');
        }
      });

      it('never repeats a line of the persona in twenty turns', () => {
        const scenario = scenarioOf(slug);
        for (const seed of seeds) {
          const { turns } = playThrough(sceneOf(endless(scenario), locale, seed), shuffled([...wandering[locale], '', '', '', '', ''], seed));
          const said = turns.filter(({ who }) => who === 'persona').map(({ text }) => text);
          expect(said.length).toBeGreaterThan(scenario.questionPlan.length > 0 ? 8 : 20);
          expect(new Set(said).size).toBe(said.length);
          const sentences = said.flatMap((text) => text.split(/(?<=[.?!…»"])\s+/)).filter((sentence) => sentence.split(/\s+/).length > 5);
          expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
        }
      });

      it('is harder at level 3 than at level 1', () => {
        const scenario = scenarioOf(slug);
        const states = (level: 1 | 3) =>
          playThrough(sceneOf(endless({ ...scenario, level }), locale, 7), linesOf(scenario, 'clumsy', locale)).analysis.map(({ state }) => state);
        const [easy, hard] = [states(1), states(3)];
        // An interview gives fewer second chances at level 3, and is over sooner.
        const at = Math.min(easy.length, hard.length) - 1;
        expect(hard[at]?.trust).toBeLessThan((easy[at]?.trust ?? 0) + (scenario.questionPlan.length > 0 ? 1 : 0));
        expect(hard[at]?.patience).toBeLessThan(easy[at]?.patience ?? 0);
      });

      it('is not won by pasting keywords', () => {
        const scenario = scenarioOf(slug);
        const keywords = [scenario.about, ...scenario.concerns.map((concern) => concern.about)].map((about) =>
          about[locale].slice(0, 6).join(' ').replaceAll('*', ''),
        );
        const { persona } = playThrough(sceneOf(endless(scenario), locale, 7), keywords).snapshot;
        expect(persona.trust).toBeLessThanOrEqual(scenario.start.trust + 8);
        expect(Object.values(persona.concerns).filter(({ status }) => status === 'resolved')).toEqual([]);
      });

      it('is not won by platitudes', () => {
        const scenario = scenarioOf(slug);
        const lines =
          locale === 'fr'
            ? [
                'Je comprends.',
                'Je comprends tout à fait votre position.',
                'On va faire au mieux, ne vous inquiétez pas.',
                'Faites-moi confiance, tout va bien se passer.',
                'On trouvera une solution ensemble.',
                'Je fais le maximum.',
                "J'entends ce que vous dites.",
                'On va y arriver rapidement.',
              ]
            : [
                'I understand.',
                'I completely understand your position.',
                "We'll do our best, don't worry.",
                'Trust me, everything will be fine.',
                "We'll figure something out together.",
                "I'm doing everything I can.",
                'I hear what you are saying.',
                "We'll get there soon.",
              ];
        const { persona } = playThrough(sceneOf(endless(scenario), locale, 7), lines).snapshot;
        expect(Object.values(persona.concerns).filter(({ status }) => status !== 'open')).toEqual([]);
        expect(persona.trust).toBeLessThanOrEqual(scenario.start.trust + 3);
      });

      it('always has something to say to somebody who half convinces, whatever they gave', () => {
        const scenario = scenarioOf(slug);
        for (const concern of scenario.concerns) {
          const sought = concern.keys.flatMap((key) => key.sought?.[locale] ?? []);
          expect(
            concern.eased[locale].some((line) => findPatterns(sought, line).length === 0),
            concern.id,
          ).toBe(true);
        }
      });

      it('asks for each key in words of its own lines', () => {
        const scenario = scenarioOf(slug);
        for (const concern of scenario.concerns) {
          const lines = [...concern.raise[locale], ...concern.press[locale], ...concern.eased[locale]];
          for (const { sought } of concern.keys)
            for (const words of sought?.[locale] ?? [])
              expect(
                lines.filter((line) => findPatterns([words], line).length > 0),
                words,
              ).not.toEqual([]);
        }
      });
    });
  }
}

describe('a persona that cuts in', () => {
  const personas = readdirSync(new URL('content/personas/', root)).map((file) => PersonaContent.parse(read(`content/personas/${file}`)));
  const spoken = personas.flatMap(({ slug, reactions }) => Locale.options.map((locale) => ({ slug, locale, lines: reactions.cutIn[locale] })));

  it.each(spoken)('takes the floor in six ways, asks nothing and reproaches nobody with length: $slug, $locale', ({ lines }) => {
    expect(new Set(lines).size).toBeGreaterThanOrEqual(6);
    for (const line of lines) expect(line).not.toMatch(/\?|long|trop|perdu|too much|lost/iu);
  });

  it('reads a short turn as it hears a short one: who cuts in soonest aloud is none of the most patient readers', () => {
    const patient = personas.filter(({ temperament }) => (temperament.interruptsAfterWords ?? Infinity) >= 200);
    for (const { temperament } of patient) expect(temperament.interruptsAfterMs ?? Infinity).toBeGreaterThanOrEqual(75_000);
  });
});
