import type { Rule } from './rule.ts';

const months = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
const tens: Readonly<Record<string, string>> = { 2: 'vingt', 3: 'trente', 4: 'quarante', 5: 'cinquante', 6: 'soixante' };
const ordinals = 'deux trois quatr cinqu six sept huit neuv dix onz douz treiz quatorz quinz seiz'.split(' ').map((stem) => `${stem}ième`);
/** What is counted in conversations about work, and feminine: «une heure», «vingt et une». */
const feminine = '(?=(?:heure|minute|seconde|semaine|année|journée|fois|personne|page|question|place|réunion|équipe|commande|livre)s?(?![\\p{L}]))';
const date = (day: string, month: string) => `${day === '1' ? '1er' : day} ${months[Number(month) - 1] ?? month}`;

/** Patterns look at what has been written out by those before them. */
export const frenchRules: readonly Rule[] = [
  // Times: «14 h 30», «9h», «18:00».
  [/(?<=(?<!\d)[012]?\d)\s?(?:h|:)\s?00(?!\d)/gu, ' heures'],
  [/(?<=(?<![\d,])[012]?\d)\s?h\s?0(?=[1-9](?!\d))/gu, ' heures '],
  [/(?<=(?<![\d:])[012]?\d):(?=[0-5]\d(?![\d:]))/gu, ' heures '],
  [/(?<=\d)\s?h(?=\s?\d)/gu, ' heures '],
  [/(?<=\d)\s?h(?![\p{L}\p{N}'])/gu, ' heures'],
  [/(?<=\d)\s?(?:min|mn)(?![\p{L}\p{N}'])/gu, ' minutes'],
  // Money: «12,50 €», «90 k€», «2 M€», «€/mois».
  [/[€$]\s?\/\s?(?=\p{L})/gu, (found) => (found.startsWith('€') ? ' euros par ' : ' dollars par ')],
  [/(?<=\d),(\d\d)\s?(?:€|euros?(?!\p{L}))/gu, (_, cents) => (cents === '00' ? ' euros' : ` euros ${cents.replace(/^0/u, '')}`)],
  [/(?<=\d)\s?k€/gu, ' mille euros'],
  [/(?<=\d)\s?M€/gu, " millions d'euros"],
  [/(?<=\d)\s?Md€/gu, " milliards d'euros"],
  [/(?<=\d)\s?k(?![\p{L}\p{N}'])/gu, ' mille'],
  [/(?<=millions?\s|milliards?\s)€/gu, "d'euros"],
  [/\s?€/gu, ' euros'],
  [/(?<=\d)\s?\$/gu, ' dollars'],
  [/(?<=\d)\s?£/gu, ' livres'],
  // Dates: «03/12/2025»; without a year only with both zeros, for «3/4» is a share.
  [/(?<![\d/])0?([1-9]|[12]\d|3[01])\/0?([1-9]|1[0-2])\/((?:19|20)\d\d)(?![\d/])/gu, (_, day, month, year) => `${date(day, month)} ${year}`],
  [/(?<![\d/])(0[1-9]|[12]\d|3[01])\/(0[1-9]|1[0-2])(?![\d/])/gu, (_, day, month) => date(day.replace(/^0/u, ''), month)],
  // Numbers.
  [new RegExp(`(?<![\\d,.])1\\s${feminine}`, 'gu'), 'une '],
  [new RegExp(`(?<![\\d,.])([2-6])1\\s${feminine}`, 'gu'), (_, ten) => `${tens[ten] ?? ''} et une `],
  [/(?<![\d,.])1re(?!\p{L})/gu, 'première'],
  [/(?<![\d,.])(\d+)\s?(?:e|è|ème|ième)(?![\p{L}\p{N}'])/gu, (_, number) => ordinals[Number(number) - 2] ?? `${number} ième`],
  [/(?<![\d-])(\d+)\s?[-–]\s?(?=\d+(?![\d-]))/gu, (_, from) => `${from} à `],
  // Helplines are said by twos.
  [/(?<!\d)(31|39|30)(?=(?:14|18|19|20)(?!\d|\s?(?:€|%|euros)))/gu, (_, half) => `${half} `],
  // Abbreviations; those that would be read as words are said letter by letter.
  [/(?<!\p{L})M\.(?=\s\p{Lu})/gu, 'monsieur'],
  [/(?<!\p{L})MM\.(?=\s\p{Lu})/gu, 'messieurs'],
  [/(?<!\p{L})Mlle(?!\p{L})/gu, 'mademoiselle'],
  [/(?<!\p{L})Dr\.?(?=\s\p{Lu})/gu, 'docteur'],
  [/(?<!\p{L})[nN]°\s?/gu, 'numéro '],
  [/(?<!\p{L})vs\.?(?!\p{L})/gu, 'contre'],
  [/(?<![\p{L}\p{N}])(?:IA|VAE|SAV|PME|TPE|ETI|ERP|RSE|AG)(?![\p{L}\p{N}])/gu, (letters) => [...letters].join(' ')],
  [/&/gu, ' et '],
  [/=/gu, ' égale '],
  [/(?<=\p{L})\/(?=\p{L})/gu, ' '],
  // Sounds that are no words, and a word that is read as «threads».
  [/(?<!\p{L})[HhMm]m+(?!\p{L})/gu, 'heum'],
  [/(?<!\p{L})fils(?!\p{L})/gu, 'fiss'],
];
