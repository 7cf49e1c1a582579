import type { Rule } from './rule.ts';

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const scales: Readonly<Record<string, string>> = { k: 'thousand', K: 'thousand', M: 'million', B: 'billion' };
const currencies: Readonly<Record<string, readonly [one: string, many: string]>> = {
  $: ['dollar', 'dollars'],
  '€': ['euro', 'euros'],
  '£': ['pound', 'pounds'],
};
const currency = (sign: string, amount: string): string => currencies[sign]?.[amount === '1' ? 0 : 1] ?? '';
const amount = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
/** After these a number that looks like a year counts something. */
const counted = String.raw`(?![\d%]|[,.]\d|\s?(?:%|dollars|euros|pounds|people|units|hours|percent|thousand|million))`;

/** Patterns look at what has been written out by those before them. */
export const englishRules: readonly Rule[] = [
  // Money: «$80-90,000», «$2.5 million», «$40k», «$3.50».
  [
    new RegExp(`([$€£])(${amount})\\s?[-–]\\s?[$€£]?(${amount})([kKMB]?)(?![\\p{L}\\d])`, 'gu'),
    (_, sign, from, to, scale) => `${from} to ${to} ${scales[scale] ?? ''} ${currency(sign, to)}`,
  ],
  [
    new RegExp(`([$€£])(${amount})\\s?(thousand|million|billion|trillion)(?!\\p{L})`, 'gu'),
    (_, sign, sum, scale) => `${sum} ${scale} ${currency(sign, sum + scale)}`,
  ],
  [new RegExp(`([$€£])(${amount})([kKMB])(?![\\p{L}\\d])`, 'gu'), (_, sign, sum, scale) => `${sum} ${scales[scale] ?? ''} ${currency(sign, '')}`],
  [/([$€£])(\d+(?:,\d{3})*)\.(\d\d)(?!\d)/gu, (_, sign, sum, cents) => `${sum} ${currency(sign, sum)}${cents === '00' ? '' : ` ${cents.replace(/^0/u, '')}`}`],
  [new RegExp(`([$€£])(${amount})`, 'gu'), (_, sign, sum) => `${sum} ${currency(sign, sum)}`],
  [/(?<=\d)\s?€/gu, ' euros'],
  [/(?<=\d)k(?![\p{L}\p{N}'])/giu, ' thousand'],
  // Dates come month first, years by twos.
  [
    /(?<![\d/])0?([1-9]|1[0-2])\/0?([1-9]|[12]\d|3[01])\/((?:19|20)\d\d)(?![\d/])/gu,
    (_, month, day, year) => `${months[Number(month) - 1] ?? ''} ${day}, ${year}`,
  ],
  [new RegExp(String.raw`(?<![\d,.])(19|20)([1-9]\d)(?!\p{L})${counted}`, 'gu'), (_, century, year) => `${century} ${year}`],
  [new RegExp(String.raw`(?<![\d,.])(19)0([1-9])${counted}`, 'gu'), (_, century, year) => `${century} oh ${year}`],
  // Times: «9:05», «10:00», «3 p.m.».
  [/(?<=(?<![\d:])[012]?\d):00(?=\s?[ap]\.?m)/giu, ''],
  [/(?<=(?<![\d:])[012]?\d):00(?![\d:])/gu, " o'clock"],
  [/(?<=(?<![\d:])[012]?\d):0(?=[1-9](?![\d:]))/gu, ' oh '],
  [/(?<=(?<![\d:])[012]?\d):(?=[1-5]\d(?![\d:]))/gu, ' '],
  [/(?<=\d)\s?([ap])m(?!\p{L})/giu, (_, half) => ` ${half.toUpperCase()}M`],
  // Numbers. Helplines are said figure by figure.
  [/(?<![\d-])(\d+)\s?[-–]\s?(?=\d+(?![\d-]))/gu, (_, from) => `${from} to `],
  [/(?<![\d,.$])(?:911|988|112)(?![\d,.]\d|\d|\s?(?:%|dollars|euros))/gu, (number) => [...number].join(' ')],
  [/(?:#|(?<!\p{L})No\.)\s?(?=\d)/gu, 'number '],
  [/(?<=\d)\/(?=\d)/gu, ' '],
  // Abbreviations: a full stop would be heard as a breath.
  [/(?<!\p{L})Mr\.?(?=\s)/gu, 'Mister'],
  [/(?<!\p{L})Mrs\.?(?=\s)/gu, 'Missus'],
  [/(?<!\p{L})Ms\.?(?=\s)/gu, 'Miz'],
  [/(?<!\p{L})Dr\.?(?=\s)/gu, 'Doctor'],
  [/(?<!\p{L})vs\.?(?!\p{L})/gu, 'versus'],
  [/(?<!\p{L})SBAR(?!\p{L})/gu, 'S BAR'],
  [/(?<![\p{L}\p{N}])(?:ICU|ER|ERP|PTO|ROI|EOD|KPI|OKR)(?![\p{L}\p{N}])/gu, (letters) => [...letters].join(' ')],
  [/&/gu, ' and '],
  [/=/gu, ' equals '],
  [/(?<=\p{L})\/(?=\p{L})/gu, ' '],
  // Sounds that are no words.
  [/(?<!\p{L})M+-?hm+(?!\p{L})/giu, 'um hum'],
  [/(?<!\p{L})[HM]m+(?!\p{L})/giu, 'hmm'],
];
