import { turnLimit } from '@coachvisio/contract/live-protocol.ts';
import { analyse } from '@coachvisio/engine/analysis/analyse.ts';
import type { TurnContext } from '@coachvisio/engine/analysis/analyse.ts';

/** What a pattern might try again from every place: each repeated to the longest turn that is taken. */
const rows = [
  'a',
  '1',
  ' ',
  '"',
  '« ',
  ',',
  ', "',
  '.',
  '…',
  '?!',
  "'",
  '-',
  'a-',
  "l'",
  '1 000 ',
  '1,1.',
  '12/12/',
  '10 % ',
  'é',
  '\n',
  'euh ',
  'je vous ',
  'est-ce que ',
  'je comprends que vous ',
  'what if you ',
  'vingt et un mille ',
  'lundi 12 mars ',
  '<',
  'premièrement, ',
];
const sentence = { fr: 'Je comprends que le délai vous inquiète. ', en: 'I understand that the delay worries you. ' } as const;
const runs = 5;

/** How long the longest turn takes to be read: typical, the worst that was thought of, and late in a long conversation. */
export default async function analysis() {
  const typical = best(() => analyse(sentence.fr, context('fr', 1)));
  const long = best(() => analyse(sentence.fr.repeat(turnLimit / sentence.fr.length), context('fr', 1)));
  const worst = (['fr', 'en'] as const).flatMap((locale) =>
    rows.map((row) => best(() => analyse(row.repeat(turnLimit).slice(0, turnLimit), context(locale, 1)))),
  );
  const late = best(() => analyse(sentence.fr.repeat(turnLimit / sentence.fr.length), context('fr', 600)));
  return {
    figures: [
      { name: 'one sentence', value: typical, unit: 'ms' },
      { name: 'ten thousand characters of prose', value: long, unit: 'ms' },
      { name: 'ten thousand characters made to be slow, the worst', value: Math.max(...worst), unit: 'ms', target: '≤ 150', holds: Math.max(...worst) <= 150 },
      { name: 'ten thousand characters after six hundred turns', value: late, unit: 'ms', target: '≤ 150', holds: late <= 150 },
    ],
    notes: [`The best of ${runs} runs each, after one to warm up; ${rows.length} kinds of rows in two languages.`],
  };
}

const context = (locale: 'fr' | 'en', earlier: number): TurnContext => ({
  locale,
  personaSaid: sentence[locale],
  earlier: Array.from({ length: earlier }, (_, n) => `${sentence[locale].repeat(20)} ${n}`),
  about: ['delai'],
  structured: true,
  interruptsAfterWords: 40,
});

function best(work: () => unknown): number {
  work();
  return Math.min(
    ...Array.from({ length: runs }, () => {
      const started = performance.now();
      work();
      return performance.now() - started;
    }),
  );
}
