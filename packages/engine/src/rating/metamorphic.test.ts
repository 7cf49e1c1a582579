import { describe, expect, it } from 'vitest';
import { measureTurn } from '../analysis/measures.ts';
import { rate } from './rate.ts';
import type { Rating } from './rating.ts';
import { answerLines, capableLines, played, scenes } from './rating.testing.ts';

type Scene = keyof typeof scenes;
const rated = (scene: Scene, lines: readonly string[]): Rating => rate(played(scenes[scene], lines));
const levels = (rating: Rating) => rating.criteria.map(({ competency, level }) => [competency, level]);
const levelOf = (rating: Rating, slug: string): number => rating.criteria.find(({ competency }) => competency === slug)?.level ?? 0;

/** Nothing in `after` stands higher than in `before`. */
function expectNoRise(before: Rating, after: Rating): void {
  for (const { competency, level } of after.criteria) expect(level ?? 0, competency).toBeLessThanOrEqual(levelOf(before, competency));
}

describe('an answer without its result', () => {
  const told: readonly (readonly [whole: string, cut: string])[] = [
    [
      "L'année dernière, j'étais vendeuse chez un opticien. Ma responsable m'avait demandé de gérer les réclamations. J'ai rappelé chaque client sous 24 heures et au final on est passés de douze réclamations à trois par mois.",
      "L'année dernière, j'étais vendeuse chez un opticien. Ma responsable m'avait demandé de gérer les réclamations. J'ai rappelé chaque client sous 24 heures.",
    ],
    [
      "Pendant mon stage, un client est arrivé furieux. J'ai écouté, puis j'ai appelé le laboratoire devant lui. Résultat, il a eu ses lunettes en deux jours et il est revenu.",
      "Pendant mon stage, un client est arrivé furieux. J'ai écouté, puis j'ai appelé le laboratoire devant lui.",
    ],
    [
      "En janvier, je m'étais trompée dans le planning. J'ai prévenu mon responsable le jour même et j'ai refait le tableau. Depuis, il n'y a plus eu d'erreur.",
      "En janvier, je m'étais trompée dans le planning. J'ai prévenu mon responsable le jour même et j'ai refait le tableau.",
    ],
  ];
  const whole = told.map(([text]) => text);

  it.each([0, 1, 2])('never stands higher (answer %i)', (index) => {
    const cut = whole.with(index, told[index]?.[1] ?? '');
    expectNoRise(rated('interview', whole), rated('interview', cut));
  });

  it('stands lower when every result is gone', () => {
    const cut = rated(
      'interview',
      told.map(([, text]) => text),
    );
    expect(levelOf(cut, 'structure')).toBeLessThan(levelOf(rated('interview', whole), 'structure'));
  });
});

describe('ten «euh»', () => {
  it.each([
    ['delay', capableLines],
    ['interview', answerLines],
  ] as const)('count as ten hesitations and as nothing else (%s)', (scene, lines) => {
    const hesitant = lines.map((line, index) =>
      index < 2 ? line.replace(/^(\S+ \S+ \S+ \S+ \S+)/, (words) => words.split(' ').join(' euh ').concat(' euh')) : line,
    );
    const [before, after] = [rated(scene, lines), rated(scene, hesitant)];
    const value = (rating: Rating) => rating.measures.find(({ id }) => id === 'fillers')?.value ?? 0;
    const words = lines.reduce((sum, line) => sum + measureTurn(line, 'fr').words, 0);
    expect(levels(after)).toEqual(levels(before));
    expect(after.overall).toBe(before.overall);
    expect(value(after) - value(before)).toBeCloseTo((10 / words) * 100, 0);
  });
});

describe('who speaks', () => {
  const tell = (name: string, woman: boolean): string[] => [
    `Chez mon ancien employeur, ${name} et moi, on gérait les réclamations. J'étais ${woman ? 'vendeuse' : 'vendeur'}. J'ai rappelé chaque client sous 24 heures et on est passés de douze à trois réclamations par mois.`,
    `${name} n'était pas d'accord avec moi. Je suis ${woman ? 'allée la' : 'allé le'} voir, j'ai écouté son avis, et au final on a gardé sa méthode.`,
    `Je me suis ${woman ? 'trompée' : 'trompé'} dans le planning en mars. J'ai prévenu mon responsable le jour même et depuis il n'y a plus eu d'erreur.`,
    `Je suis ${woman ? 'patiente et organisée' : 'patient et organisé'}, par exemple j'ai formé trois collègues l'été dernier.`,
  ];
  const reference = levels(rated('interview', tell('Camille', true)));

  it.each(['Julien', 'Fatoumata', 'Mehdi', 'Ngoc', 'Yıldız', "N'Golo", 'María José', 'Jean-Pierre', 'Anne-Sophie', 'Laurent', 'Leïla', 'Mai-Linh', 'Un-ji'])(
    'changes no level when the name is %s',
    (name) => {
      expect(levels(rated('interview', tell(name, true)))).toEqual(reference);
    },
  );

  it('changes no level when a man speaks', () => {
    expect(levels(rated('interview', tell('Camille', false)))).toEqual(reference);
  });

  it.each([
    ['without accents', (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    ['with decomposed accents', (text: string) => text.normalize('NFD')],
    ['with typographic apostrophes', (text: string) => text.replaceAll("'", '’')],
  ])('changes no level when it is written %s', (_, spell) => {
    expect(levels(rated('interview', tell('Camille', true).map(spell)))).toEqual(reference);
    expect(levels(rated('delay', capableLines.map(spell)))).toEqual(levels(rated('delay', capableLines)));
  });
});

describe('keywords without substance', () => {
  const pasted = 'pénalités 15 000 euros garantie plan rattrapage jeudi engagement écoute reformulation question ouverte limite preuve exemple résultat';
  const plain = capableLines.slice(0, 4);

  it.each([0, 2, 4])('raise nothing (before line %i)', (index) => {
    expectNoRise(rated('delay', plain), rated('delay', plain.toSpliced(index, 0, pasted)));
  });

  it('raise nothing in an interview', () => {
    const words = 'contexte objectif mission actions résultats 30 % équipe leadership client autonomie initiative';
    expectNoRise(rated('interview', answerLines.slice(2)), rated('interview', [...answerLines.slice(2), words]));
  });
});
