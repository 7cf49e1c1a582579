import type { Locale } from '@coachvisio/contract/locale.ts';
import { findAll, type Reading, type Stretch } from './reading.ts';

// Written from how both languages name days and deadlines; no published list.
const DAY_FR = '(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)';
const MONTH_FR = '(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)';
const NUMBER_FR = '(\\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quarante huit|soixante douze|vingt quatre|quelques)';
const CLOCK_FR =
  '(\\d{1,2} ?h ?(\\d{2})?(?![a-z0-9])|(\\d{1,2}|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix sept|dix huit|dix neuf|vingt) ?(heures?)( (trente|quinze|quarante cinq|et demie|et quart|moins (le quart|cinq|dix|vingt|vingt cinq)|pile|\\d{2}))?|midi|minuit)';
const DAY_EN = '(monday|tuesday|wednesday|thursday|friday|saturday|sunday)';
const MONTH_EN = '(january|february|march|april|may|june|july|august|september|october|november|december)';
const ORDINAL_EN =
  '(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth|thirty-first|\\d{1,2}(st|nd|rd|th))';
const NUMBER_EN =
  '(\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|twenty-four|thirty|forty-eight|seventy-two|a few|a couple of)';
const CLOCK_EN =
  "(\\d{1,2}(:\\d{2})? ?(am|pm|a\\.m\\.|p\\.m\\.|o'clock)|(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (o'clock|am|pm|in the (morning|afternoon|evening)|this (morning|afternoon|evening))|\\d{1,2}:\\d{2}|noon|midnight)";
/** "Ten to four", "half past two": a moment only after a word of time, for "ten to twelve people" are a range. */
const PAST_HOUR_EN =
  '(half past|(a )?quarter (past|to|of|after)|(five|ten|twenty|twenty-five) (minutes )?(past|to|after)|\\d{1,2} (minutes )?(past|after)) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|1[0-2]|[1-9])(?! ?[%-]| (percent|people|to|or|k|hundred|thousand|million|[a-z]{3,14}s)(?![a-z]))';

const fr: readonly string[] = [
  `((d'ici|avant|des|jusqu'a) )?${DAY_FR}( prochain| dernier| matin| midi| soir| apres midi)?( (\\d{1,2}(?! ?h)|premier|1er))?( ${MONTH_FR})?( (a |vers |avant )?${CLOCK_FR})?`,
  `(le |du |au )?(\\d{1,2}|1er|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente) ${MONTH_FR}( \\d{4})?( (a |vers |avant )${CLOCK_FR})?`,
  `(en|debut|fin|mi|courant|au mois de|d'ici|depuis|avant|de|jusqu'en|jusqu'a fin) ${MONTH_FR}( \\d{4})?`,
  `(en|depuis|debut|fin|avant|jusqu'en) (19|20)\\d{2}`,
  '\\d{1,2}/\\d{1,2}(/\\d{2,4})?',
  `(a|vers|avant|des|jusqu'a|d'ici|pour) ${CLOCK_FR}`,
  '\\d{1,2} ?h ?\\d{2}',
  // «Depuis quatre heures» may tell how long; with minutes it tells the hour.
  `depuis ${CLOCK_FR}(?<=midi|minuit|demie|quart|pile|trente|quinze|moins cinq|moins dix|moins vingt|\\d ?h ?\\d{0,2})`,
  `il y a ${NUMBER_FR} (petites? )?(minutes?|heures?|jours?|semaines?|mois|ans?|annees?)(?! (de|d'[a-z]{1,12}|que|a|entre)(?![a-z]))`,
  '\\d{1,2}h',
  `(sous|d'ici|dans( les)?|avant) ${NUMBER_FR} (a ${NUMBER_FR} )?(petits? )?(minutes?|heures?|jours?|semaines?|mois|ans?)( ouvres)?`,
  "(d'ici|avant|pour|en|a la|des la) (la )?(fin|debut) (de |du |d')?(la |l')?(semaine|mois|annee|journee|matinee|apres midi|trimestre|heure)( prochaine?)?",
  '(?<!bonne )fin de (semaine|journee|matinee|mois)',
  "(la semaine|le mois|le trimestre|l'annee) (prochaine?|derniere?|passee?|suivante?)",
  "(l'an|l'ete|l'hiver) dernier",
  `(apres )?demain( matin| midi| soir| apres midi)?( (a |avant |vers )?${CLOCK_FR})?`,
  `(des |d'ici |avant |pour )(ce soir|aujourd'hui|cet apres midi|midi)`,
  `(ce soir|cet apres midi|cette semaine|ce mois ci)( (a |avant |vers )${CLOCK_FR})?`,
  'tous les (soirs|matins|lundis|mardis|mercredis|jeudis|vendredis|jours)',
  '(hier|avant hier)( soir| matin)?',
  "(?<!(prends|prend|prendre|bus|tram|ligne|dans|eu) )(le|du|au|pour le|avant le|d'ici le) (\\d{1,2}|1er)(?= ?($|[.,;!?]|et |au |avant |a |on |c'est |pas |tient|maximum|au plus))",
];
const en: readonly string[] = [
  `((on|by|this|next|last|before|until|every|monday through) )?${DAY_EN}( (morning|afternoon|evening|night|noon|the (${ORDINAL_EN}|\\d{1,2})))?(,? ${MONTH_EN} (${ORDINAL_EN}|\\d{1,2}))?( (at|by|before|around) (${CLOCK_EN}|\\d{1,2}(?! ?[a-z%])))?`,
  `((on|by) )?${MONTH_EN} (${ORDINAL_EN}|\\d{1,2})(,? \\d{4})?`,
  `(the )?(${ORDINAL_EN}|\\d{1,2}) of ${MONTH_EN}`,
  `(in|by|since|until|before|last|next|early|late|mid|end of) ${MONTH_EN}( \\d{4})?`,
  '(in|since|by|until|before) (19|20)\\d{2}',
  `(on|by|before|until|it's|the) the ${ORDINAL_EN}(?! (time|one|place|thing|part|day|step))`,
  `on (the )?\\d{1,2}(st|nd|rd|th)`,
  '\\d{1,2}/\\d{1,2}(/\\d{2,4})?',
  `(at|by|before|until|around|till|since|after) ${PAST_HOUR_EN}`,
  // As it is said: "by seven thirty", "at eight fifteen".
  '(at|by|before|until|around|till|since|after) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[ -](oh[ -]five|ten|fifteen|twenty|thirty|forty|forty[ -]five|fifty)(?! (people|percent|dollars|bucks|thousand|hundred|units|minutes|days|years|[a-z]{3,14}s)(?![a-z]))',
  'half past (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)',
  `(at|by|before|until|around|till|since) (${CLOCK_EN}|two|three|four|five|six|seven|eight|nine|ten)(?= ?($|[.,;!?]| (this|tomorrow|today|on|sharp)))`,
  CLOCK_EN,
  `(within|in) (the next )?${NUMBER_EN} (business |working )?(minutes?|hours?|days?|weeks?|months?)`,
  `(by|before|at|until) (the )?end of (the |this |next )?(day|week|month|quarter|year|business)`,
  '(end of|close of) (day|business)',
  '(next|last|this) (week|month|quarter|year|afternoon|evening|summer|spring|fall|winter)( (morning|afternoon))?',
  `(by |until )?(tomorrow|tonight)( (morning|afternoon|evening|night|noon))?( (at|by|before) ${CLOCK_EN})?`,
  '(by|before) today',
  'every (day|morning|evening|week|hour)',
  `${NUMBER_EN} (minutes?|hours?|days?|weeks?|months?) (ago|from now)`,
  'yesterday( (morning|afternoon|evening))?',
];
const phrases: Readonly<Record<Locale, readonly string[]>> = { fr, en };

/** "At the end of the day" sums up; «by the end of the day» dates. */
const TURNS_OF_PHRASE = /^at the end of the day$/;

/** «De 3 h 20 à 25 minutes» goes from one length of time to another; «on répond sous 4 heures», "we respond within 4 hours" say how fast as a rule. */
const LENGTH_BEFORE =
  /\b(?:(?:pass[a-z]{1,5}|tomb[a-z]{1,4}|baiss[a-z]{1,4}|descend[a-z]{0,3}|retard|attente|dur[a-z]{1,4}) (?:de|a)|en|pendant|durant|dure|prend|prenait|mis) $/;
const LENGTH_AFTER = /^ a \d{1,3} ?(?:min|minutes?|secondes?|s|heures?)(?![a-z])/;
const AS_A_RULE =
  /\b(?:(?:on|nous) (?:repond(?:ons)?|interv(?:ient|enons)|reagi(?:t|ssons)|rappel(?:le|ons) (?:toujours|en general))|(?:we|they|the team|our team) (?:usually |always |typically |generally )?(?:respond|reply|answer|react)s?|usually [a-z]+|typically [a-z]+|on average|en moyenne|en general)(?: [a-z']+){0,3},? $/;
const measures = (turn: Reading, find: Stretch): boolean => {
  const lead = turn.text.slice(Math.max(0, find.start - 48), find.start);
  const words = turn.text.slice(find.start, find.end);
  if (/^(?:sous|within|in) /.test(words)) return AS_A_RULE.test(lead);
  return (
    /^\d{1,2} ?h ?\d{2}$/.test(words) && (LENGTH_BEFORE.test(lead) || (/\bde $/.test(lead) && LENGTH_AFTER.test(turn.text.slice(find.end, find.end + 16))))
  );
};

/** Days, dates, hours and deadlines of a turn, in order. Durations («trois semaines de retard») are figures. */
export const datesIn = (turn: Reading): Stretch[] =>
  findAll(turn, phrases[turn.locale])
    .filter((find) => !/^(?:a|pour) (?:une|un)$/.test(find.words) && !measures(turn, find) && !TURNS_OF_PHRASE.test(find.words))
    .map(({ start, end }) => ({ start, end }));
