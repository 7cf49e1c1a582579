import type { Locale } from '@coachvisio/contract/locale.ts';

/** Numbers in words, by hand from the grammars of both languages (Belgian and Swiss tens included). Folded text. */
export interface NumberWords {
  units: Readonly<Record<string, number>>;
  tens: Readonly<Record<string, number>>;
  scales: Readonly<Record<string, number>>;
  /** «une dizaine», "half": a quantity without being a number. */
  amounts: Readonly<Record<string, number>>;
  and: string;
  point: string;
  /** Units of measure, and how they are written in a normalised value. */
  measures: Readonly<Record<string, string>>;
  /** A number after one of these names a thing and counts nothing: «page 4», «article 9». */
  labels: ReadonlySet<string>;
  /** «les deux», "both two": points back at two things already named. */
  pointing: ReadonlySet<string>;
  /** Words that may follow a number without being what is counted. */
  uncounted: ReadonlySet<string>;
  /** «deux mots», "one thing": figures of speech. */
  idioms: ReadonlySet<string>;
}

const fr: NumberWords = {
  units: {
    zero: 0,
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
  },
  tens: { vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, septante: 70, huitante: 80, octante: 80, nonante: 90 },
  scales: { cent: 100, cents: 100, mille: 1000, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
  amounts: {
    dizaine: 10,
    dizaines: 10,
    douzaine: 12,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
    centaines: 100,
    millier: 1000,
    milliers: 1000,
    moitie: 0.5,
    tiers: 1 / 3,
  },
  and: 'et',
  point: 'virgule',
  measures: {
    '%': '%',
    pourcent: '%',
    '€': '€',
    euro: '€',
    euros: '€',
    dollar: '$',
    dollars: '$',
    $: '$',
    'k€': 'k€',
    keuros: 'k€',
    m2: 'm²',
    jour: 'jours',
    jours: 'jours',
    semaine: 'semaines',
    semaines: 'semaines',
    mois: 'mois',
    an: 'ans',
    ans: 'ans',
    annee: 'ans',
    annees: 'ans',
    heure: 'heures',
    heures: 'heures',
    minute: 'minutes',
    minutes: 'minutes',
    seconde: 'secondes',
    secondes: 'secondes',
    fois: 'fois',
    point: 'points',
    points: 'points',
    kilos: 'kg',
    kg: 'kg',
    km: 'km',
    kilometres: 'km',
  },
  labels: new Set([
    'page',
    'pages',
    'article',
    'lot',
    'numero',
    'section',
    'etape',
    'phase',
    'niveau',
    'version',
    'chapitre',
    'annexe',
    'ligne',
    'poste',
    'salle',
    'bureau',
    'rue',
    'loi',
    'j',
    'iso',
    'n',
    'option',
  ]),
  pointing: new Set(['les', 'aux', 'ces', 'nos', 'vos', 'tous', 'toutes', 'mes', 'tes', 'ses', 'des', 'leurs']),
  uncounted: new Set(
    "et ou a au aux de des du en par pour sur dans avec mais donc si c est on je il elle nous vous ils ca qui que qu non oui avant apres ce la le les un une plus moins ans alors voila parce comme c'est j'ai deja maximum minimum quand autres hein meme autant environ peu".split(
      ' ',
    ),
  ),
  idioms: new Set(['mots', 'mot', 'choses', 'trucs', 'merci', 'mercis', 'excuses', 'pardons', 'autres', 'secondes', 'cotes']),
};

const en: NumberWords = {
  units: {
    zero: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    seventeen: 17,
    eighteen: 18,
    nineteen: 19,
  },
  tens: { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 },
  scales: { hundred: 100, thousand: 1000, grand: 1000, million: 1e6, billion: 1e9 },
  amounts: { half: 0.5, twice: 2, dozen: 12, dozens: 12, hundreds: 100, thousands: 1000, halved: 0.5, doubled: 2, tripled: 3 },
  and: 'and',
  point: 'point',
  measures: {
    '%': '%',
    percent: '%',
    '€': '€',
    euro: '€',
    euros: '€',
    $: '$',
    dollar: '$',
    dollars: '$',
    bucks: '$',
    '£': '£',
    pounds: '£',
    k: 'k',
    day: 'days',
    days: 'days',
    week: 'weeks',
    weeks: 'weeks',
    month: 'months',
    months: 'months',
    year: 'years',
    years: 'years',
    hour: 'hours',
    hours: 'hours',
    minute: 'minutes',
    minutes: 'minutes',
    second: 'seconds',
    seconds: 'seconds',
    times: 'times',
    points: 'points',
    miles: 'miles',
    inches: 'inches',
  },
  labels: new Set([
    'page',
    'pages',
    'article',
    'section',
    'number',
    'step',
    'phase',
    'level',
    'version',
    'chapter',
    'line',
    'room',
    'suite',
    'option',
    'iso',
    'lot',
    'street',
  ]),
  pointing: new Set(['the', 'these', 'those', 'all', 'both', 'my', 'your', 'other', 'no', 'any', 'every', 'which', 'that', 'this', 'each']),
  uncounted: new Set(
    "and or a an at to of in on by for with but so if it is was i we you he she they that this the not no yes before after more less than then from as because like it's that's when maybe right who per flat even still just each and".split(
      ' ',
    ),
  ),
  idioms: new Set(['thing', 'things', 'word', 'words', 'other', 'others', 'second', 'thanks', 'way', 'ways', 'sides']),
};

export const numberWordsOf = (locale: Locale): NumberWords => (locale === 'fr' ? fr : en);

/** Whether a word is a number in either language: two turns that share «deux» share nothing. */
export const isNumberWord = (word: string): boolean =>
  [fr, en].some((lists) => Object.hasOwn(lists.units, word) || Object.hasOwn(lists.tens, word) || Object.hasOwn(lists.scales, word));
