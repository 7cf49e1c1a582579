import type { Locale } from '@coachvisio/contract/locale.ts';
import type { BetterSentence } from './rating.ts';

/** A shape of sentence and what becomes of it, made of the sentence's own words; null when this one cannot be turned honestly. */
interface Rewording {
  readonly shape: RegExp;
  readonly into: (parts: readonly string[]) => string | null;
}

const BOTHERS_FR = '(inquiète|inquiètent|gêne|gênent|bloque|bloquent|dérange|dérangent|pèse|pèsent|retient|retiennent|manque|manquent)';
/** «Les délais vous inquiètent» makes «ce qui vous inquiète». */
const singular = (verb: string): string => (verb.endsWith('tiennent') ? verb.replace('tiennent', 'tient') : verb.replace(/ent$/, 'e'));

const rewordings: Readonly<Record<Locale, Readonly<Record<BetterSentence['kind'], readonly Rewording[]>>>> = {
  fr: {
    own: [
      { shape: /(?:ce n'est|c'est|c'était|ce n'était) pas (?:de )?(?:ma|notre) faute si (.+)/i, into: ([, told = '']) => told },
      {
        shape: /(?:c'est|ce sont) ((?:le |la |les |l'|mon |ma |mes |notre |nos |un |une )[^,]{2,40}?) qui ((?:a|ont|n'a|n'ont) .+)/i,
        into: ([, who = '', did = '']) => `${who} ${did}`,
      },
    ],
    date: [
      {
        shape:
          /(on va|je vais|nous allons) (?:faire (?:au mieux|le maximum|mon possible|notre possible|de mon mieux|de notre mieux) pour |(?:essayer|tâcher|tenter) (?:de |d'))(.+)/i,
        into: ([, who = '', act = '']) => `${who} ${act}`,
      },
      { shape: /((?:je (?:vous|te)|je m'|j'|nous vous|on vous|on te|je vais|on va|nous allons) ?.+)/i, into: ([, promise = '']) => promise },
    ],
    open: [
      {
        shape: new RegExp(`^(?:et |mais |alors |donc )?(?:est-ce que )?c'est (?:surtout |d'abord |plutôt |vraiment )?.+? qui (vous|te) ${BOTHERS_FR}$`, 'i'),
        into: ([, whom = '', verb = '']) => `qu'est-ce qui ${whom} ${singular(verb)} le plus`,
      },
      {
        shape: new RegExp(
          `^(?:et |mais |alors |donc )?est-ce que ((?:le |la |les |l'|ce |cette |ces |votre |vos |ton |ta |tes ).+?) (vous|te) ${BOTHERS_FR}$`,
          'i',
        ),
        into: ([, what = '', whom = '', verb = '']) => `qu'est-ce qui ${whom} ${singular(verb)} dans ${what}`,
      },
      {
        shape:
          /^(?:et |mais |alors |donc )?(?:est-ce que )?(vous avez|tu as) (?:déjà |encore )?des ((?:contraintes|doutes|questions|besoins|idées|attentes|craintes|objections|inquiétudes|difficultés|problèmes|priorités|critères|réserves|exemples|délais)(?: .+)?)$/i,
        into: ([, has = '', what = '']) => `qu'est-ce que ${has.toLowerCase()} comme ${what}`,
      },
    ],
    part: [
      {
        shape: /^(?!.*\b(?:nous|on s'|on est|on était|été|chacun|ensemble|tous|toutes)\b)(.*\bon (?:a|avait|l'a|l'avait) .+)$/i,
        into: ([, told = '']) => {
          const mine = told
            .replace(/\bon (a|avait) /gi, (_, verb: string) => (verb === 'a' ? "j'ai " : "j'avais "))
            .replace(/\bon l'(a|avait) /gi, (_, verb: string) => `je l'${verb === 'a' ? 'ai' : 'avais'} `);
          return /\bon\b/i.test(mine) ? null : mine;
        },
      },
    ],
  },
  en: {
    own: [
      { shape: /(?:it's|it is|that's|it was|it wasn't|it isn't) (?:not )?(?:my|our) fault (?:if|that|when|because) (.+)/i, into: ([, told = '']) => told },
      {
        shape:
          /(?:it's|it was|that's) ((?:the |my |our |a )[^,]{2,40}?) (?:who|that) ((?:was|were|had|didn't|dropped|missed|sent|failed|took|dragged|let|broke|forgot) .+)/i,
        into: ([, who = '', did = '']) => `${who} ${did}`,
      },
    ],
    date: [
      {
        shape: /(we'll|i'll|we will|i will|we're going to|i'm going to) (?:try to|try and|do (?:our|my) best to|do what (?:we|i) can to) (.+)/i,
        into: ([, who = '', act = '']) => `${who} ${act}`,
      },
      { shape: /((?:i'll|we'll|i will|we will|i'm going to|we're going to) .+)/i, into: ([, promise = '']) => promise },
    ],
    open: [
      {
        shape:
          /^(?:so |and |but )?do you (?:already |still )?have (?:any|some) ((?:concerns|questions|constraints|needs|ideas|doubts|worries|issues|problems|priorities|objections|expectations|requirements|examples))( .+)?$/i,
        into: ([, what = '', rest = '']) => `what ${what} do you have${rest}`,
      },
      {
        shape: /^(?:so |and |but )?is it (?:mostly |mainly |really |just )?.+? that (worries|bothers|concerns|stops|annoys) you$/i,
        into: ([, verb = '']) => `what ${verb} you most`,
      },
      {
        shape: /^(?:so |and |but )?does (?:it|that|this) (worry|bother|concern) you$/i,
        into: ([, verb = '']) => `what ${verb === 'worry' ? 'worries' : `${verb}s`} you about it`,
      },
      {
        shape: /^(?:so |and |but )?does ((?:the|your|our|this|that) .+?) (worry|bother|concern) you$/i,
        into: ([, what = '', verb = '']) => `what ${verb === 'worry' ? 'worries' : `${verb}s`} you about ${what}`,
      },
      {
        shape: /^(?:so |and |but )?are you (worried|concerned) about (.+)$/i,
        into: ([, how = '', what = '']) => `what ${how === 'worried' ? 'worries' : 'concerns'} you about ${what}`,
      },
    ],
    part: [
      {
        shape:
          /^(?!.*\b(?:our|us|we're|we were|ourselves|each of us|together|all of us|we are)\b)(.*\bwe (?:\w+ed|built|made|took|wrote|did|got|ran|set|found|had|sent|put|cut|went|sold|won|held|told|kept) .+)$/i,
        into: ([, told = '']) => told.replace(/\bwe\b/gi, 'I'),
      },
    ],
  },
};

/** Fewer words than that are no sentence to learn from. */
const FEWEST_WORDS = 3;

/** A date cannot mend these: they promise no act, name a time already, or only open what is said next. */
const undatable: Readonly<Record<Locale, RegExp>> = {
  fr: /(?<!\p{L})(?:au mieux|mieux|maximum|possible|bouchées doubles|solution|quelque chose|voir|verra|essayer|tâcher|tenter|présenter|expliquer|montrer|dire|parler|poser|demander|remonter|maintenant|tout de suite|immédiatement|aujourd'hui|demain|dans l'heure|le jour où|dès que|ce soir|attention|réfléchir|avancer|la date|le délai)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:best|something|see|try|figure|show|tell you|explain|walk|be honest|ask|say|think|careful|now|today|tomorrow|tonight|the hour|the day|immediately|as soon as|look into|deal with|i can|we can|the date|the deadline)(?!\p{L})/iu,
};
/** What stands where the date will stand. */
const hurry: Readonly<Record<Locale, RegExp>> = {
  fr: / (?:rapidement|très vite|au plus vite|bientôt|prochainement|un de ces jours|plus tard|dans les meilleurs délais|sans tarder)$/i,
  en: / (?:soon|quickly|shortly|later|asap|at some point|one of these days|before long)$/i,
};
/** An account of nothing in particular gains nothing by an «I». */
const empty: Readonly<Record<Locale, RegExp>> = {
  fr: /(?<!\p{L})(?:plein de|un peu de tout|des trucs|des choses|fini par|comme d'habitude)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:lots of things|a bit of everything|stuff|things|ended up|as usual)(?!\p{L})/iu,
};

/** Up to where a clause ends: what comes after a comma is another thing. */
const clauseOf = (text: string): string => text.split(/[,;:.!?…]| et (?:on|je|vous|tu) | and (?:i|we|you) /i)[0]?.trim() ?? '';

const lastQuestion = (text: string): string => (/([^.!?…]+)\?\s*$/.exec(text)?.[1] ?? text).trim();

/** The sentence said better, in its own words and without its closing mark; null where no shape fits. */
export function reworded(kind: BetterSentence['kind'], sentence: string, locale: Locale): string | null {
  const plain = sentence
    .replaceAll('’', "'")
    .replace(/[\u00a0\u202f]/g, ' ')
    .trim();
  // A question or an account is turned as a whole; of a promise and an excuse only the clause that carries it.
  const text = kind === 'open' ? clauseOf(lastQuestion(plain)) : kind === 'part' ? plain.replace(/[.!?…]+$/, '') : plain;
  if (kind === 'part' && empty[locale].test(text)) return null;
  for (const { shape, into } of rewordings[locale][kind]) {
    const found = shape.exec(text);
    const said = found && into(found);
    if (!said) continue;
    const clause = kind === 'part' ? said : clauseOf(said).replace(kind === 'date' ? hurry[locale] : /$/, '');
    if (clause.split(/\s+/).length < FEWEST_WORDS || (kind === 'date' && undatable[locale].test(clause))) continue;
    return clause.charAt(0).toUpperCase() + clause.slice(1);
  }
  return null;
}
