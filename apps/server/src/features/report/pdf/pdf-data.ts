import type { CriterionScore, Measure, Moment, Remark, Report } from '@coachvisio/contract/report.ts';
import type { Locale } from '@coachvisio/contract/locale.ts';
import { curveSvg } from './curve-svg.ts';
import { headingFamilies, textFamilies } from './fonts.ts';
import { sayIn, type Say } from './pdf-words.ts';
import { FEWEST_AXES, radarSvg } from './radar-svg.ts';
import { quoted, typeset } from '@coachvisio/engine/typography.ts';

/** How words are found and set in the language of one report. */
interface Hand {
  readonly locale: Locale;
  readonly say: Say;
  readonly set: (text: string) => string;
}

/** Stands for the page of the transcript, which is only known once the document is set. */
const PAGE = '{page}';

/**
 * Everything the template prints, worded and set: the template holds no sentence and judges nothing.
 *
 * @param printable replaces what the fonts cannot draw, in words that came from people
 */
export function pdfData(report: Report, portraitSvg: string | null, printable: (text: string) => string) {
  const { locale, personaName: persona } = report;
  const words = sayIn(locale);
  const set = (text: string): string => typeset(printable(text), locale);
  const say: Say = (id, params) => set(words(id, params));
  const hand: Hand = { locale, say, set };
  const started = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(report.startedAt));
  return {
    textFonts: textFamilies,
    headingFonts: headingFamilies,
    lang: locale,
    region: locale === 'fr' ? 'FR' : 'US',
    title: say('title', { scenario: report.scenarioTitle }),
    description: say('description', { persona }),
    keywords: [...new Set([say('keywords.ai'), 'AI-generated persona text', say('keywords.training')])],
    header: report.learnerName === '' ? say('header.unnamed', { date: started }) : say('header', { learner: report.learnerName, date: started }),
    portrait: portraitSvg,
    portraitAlt: say('portrait.alt', { persona }),
    initials: set(
      [...persona.matchAll(/(?<!\p{L})\p{L}/gu)]
        .map(([letter]) => letter)
        .slice(0, 2)
        .join(''),
    ),
    outcome: outcomeData(report, hand),
    curve: report.curve.length > 1 ? curveData(report, hand) : null,
    columns: report.scored ? columnsData(report, hand) : [],
    next: nextData(report, hand),
    left:
      report.leftOpen.length === 0
        ? null
        : {
            heading: say('left.heading'),
            intro: say('left.intro', { persona }),
            items: report.leftOpen.map(({ kind, label }) => ({ kind: say(`left.${kind}`), label: set(label) })),
          },
    criteria: report.criteria.length === 0 ? null : criteriaData(report, hand),
    measures: report.measures.length === 0 ? null : measuresData(report.measures, hand),
    verbatim: verbatimData(report, hand),
    footer: say('footer', { provenance: provenanceOf(report, words) }),
  };
}

function provenanceOf({ provenance: { engine, rater, model, raters, note } }: Report, words: Say): string {
  const own = words('provenance', { engine, rater });
  if (note === 'rules_only') return `${words('rulesOnly')} ${own}`;
  return model === null ? own : `${words('panel', { count: raters, model })} ${own}`;
}

function outcomeData({ outcome, scored, because, personaName, scenarioTitle, level, elapsedMs }: Report, { say, set }: Hand) {
  // Rounded down, as the clock of the session and the times of the transcript are.
  const seconds = Math.floor(elapsedMs / 1000);
  const duration =
    seconds < 60 ? say('durationShort', { seconds }) : say('duration', { minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, '0') });
  const untitled = outcome.reason === 'distress' ? 'outcome.distressTitle' : 'outcome.noTitle';
  return {
    tone: outcome.kind === 'good' ? 'good' : outcome.kind === null ? 'plain' : 'watch',
    over: say('outcome.over', { outcome: say(`outcome.${outcome.kind ?? 'none'}`), scenario: scenarioTitle, level, duration }),
    title: outcome.title === null ? say(untitled) : set(outcome.title),
    because: [because === null ? '' : set(because), scored ? '' : say('outcome.unscored')].filter((text) => text !== '').join(' '),
    persona: say('outcome.persona', { persona: personaName }),
  };
}

function curveData({ curve, moments, personaName }: Report, { say }: Hand) {
  const first = curve[0];
  const last = curve.at(-1);
  return {
    heading: say('curve.heading'),
    svg: curveSvg(curve, moments, { trust: say('curve.trust'), tension: say('curve.tension'), minute: (minute) => say('minute', { minute }) }),
    alt: say('curve.alt', {
      persona: personaName,
      trustFrom: first?.trust ?? 0,
      trustTo: last?.trust ?? 0,
      tensionFrom: first?.tension ?? 0,
      tensionTo: last?.tension ?? 0,
    }),
    caption: say('curve.caption'),
    reference: moments.length > 0 ? say('curve.reference', { page: PAGE }).split(PAGE) : null,
  };
}

function columnsData({ strengths, vigilance, axes, variant }: Report, { locale, say, set }: Hand) {
  const column = (tone: 'good' | 'watch' | 'accent', heading: 'strengths' | 'vigilance' | 'axes', remarks: readonly Remark[]) => ({
    tone,
    heading: say(heading),
    remarks: remarks.map(({ title, why, quote }) => ({ title: set(title), why: set(why), quote: quoted(set(quote.text), locale), time: clock(quote.atMs) })),
    none: say(`remarks.none.${heading}`),
  });
  const whole = [column('good', 'strengths', strengths), column('watch', 'vigilance', vigilance), column('accent', 'axes', axes)];
  return variant === 'condensed' ? whole.slice(0, 2) : whole;
}

/** What to do with it, as on the screen; null where nothing of it could be said. */
function nextData({ better, replayFrom, next, variant }: Report, { locale, say, set }: Hand) {
  const cards = [
    better && {
      heading: say('next.better'),
      quote: quoted(set(better.quote.text), locale),
      time: clock(better.quote.atMs),
      lead: set(better.better),
      text: set(better.why),
    },
    replayFrom && {
      heading: say('next.replay'),
      quote: quoted(set(replayFrom.said), locale),
      time: clock(replayFrom.atMs),
      lead: null,
      text: set(replayFrom.why),
    },
    next && {
      heading: say(variant === 'condensed' ? 'next.recommendation' : 'next.exercise'),
      quote: null,
      time: null,
      lead: set(next.name),
      text: next.scenario === null ? set(next.exercise) : `${set(next.exercise)} ${say('next.scenario', { scenario: next.scenario.title })}`,
    },
  ].filter((card) => card !== null);
  return cards.length === 0 ? null : { heading: say('next.heading'), cards };
}

function criteriaData({ criteria, overall }: Report, hand: Hand) {
  const { locale, say } = hand;
  const level = ({ level: reached, moves, abstained }: CriterionScore): string => {
    if (reached !== null) return say('criteria.of', { level: reached });
    if (abstained === 'disagreement') return say('criteria.differ');
    return moves.length === 0 ? say('criteria.abstained') : say('criteria.seen', { count: moves.filter(({ quote }) => quote).length, all: moves.length });
  };
  const open = criteria.some((criterion) => criterion.level === null);
  const average = overall === null ? say('criteria.noOverall') : say('criteria.overall');
  return {
    heading: say('criteria.heading', { count: criteria.length }),
    intro: say('criteria.intro'),
    radar:
      criteria.length < FEWEST_AXES
        ? null
        : {
            svg: radarSvg(criteria.map((criterion) => ({ ...criterion, short: hand.set(criterion.short) }))),
            alt: say('radar.alt', { values: criteria.map((criterion) => `${criterion.short} ${level(criterion)}`).join(', ') }),
          },
    overall: overall === null ? null : decimal(overall, locale),
    summary: open && criteria.length >= FEWEST_AXES ? `${average} ${say('criteria.open')}` : average,
    head: [say('criteria.name'), say('criteria.level'), say('criteria.shown')],
    rows: criteria.map((criterion) => criterionData(criterion, level(criterion), hand)),
  };
}

function criterionData(criterion: CriterionScore, levelText: string, { locale, say, set }: Hand) {
  const { name, weight, level, anchor, nextAnchor, quotes, moves } = criterion;
  return {
    name: set(name),
    weight: say('criteria.weight', { weight }),
    level,
    levelText,
    shown: anchor !== null ? set(anchor) : whyNoLevel(criterion, say),
    moves: moves.map((move) => ({ label: set(move.label), time: move.quote && clock(move.quote.atMs) })),
    next: level === null || nextAnchor === null ? null : say('criteria.next', { level: level + 1, anchor: lowerFirst(nextAnchor) }),
    quotes: quotes.map(({ text, atMs }) => ({ text: quoted(set(text), locale), time: clock(atMs) })),
  };
}

/** The reason, then what the moves below it are. */
function whyNoLevel({ abstained, opportunities, moves }: CriterionScore, say: Say): string {
  const few = abstained === null || abstained === 'few_opportunities';
  const why = few ? say('criteria.abstainedWhy', { count: opportunities }) : say(`criteria.abstained.${abstained}`);
  return moves.length === 0 ? why : `${why} ${say('criteria.checklist')}`;
}

function measuresData(measures: readonly Measure[], { locale, say, set }: Hand) {
  return {
    heading: say('measures.heading'),
    intro: say('measures.intro'),
    head: [say('measures.name'), say('measures.value'), say('measures.definition')],
    rows: measures.map(({ name, value, unit, definition, norm, caveat }) => ({
      name: set(name),
      value: value === null ? say('measures.none') : set(`${decimal(value, locale)}${unit === '%' && locale === 'en' ? '' : ' '}${unit}`),
      definition: set(definition),
      norm: set([norm === null ? say('measures.noNorm') : norm.text, ...(caveat === null ? [] : [caveat])].join(' ')),
    })),
  };
}

function verbatimData({ turns, moments, personaName }: Report, { say, set }: Hand) {
  const momentAt = new Map(moments.map((moment) => [moment.seq, moment]));
  return {
    heading: say('verbatim.heading'),
    intro: say('verbatim.intro', { persona: personaName }),
    ai: say('verbatim.ai'),
    turns: turns.map(({ seq, who, text, atMs, sound }) => {
      const moment = momentAt.get(seq);
      return {
        time: clock(atMs),
        ai: who === 'persona',
        who: who === 'persona' ? set(personaName) : say('verbatim.you'),
        text: set(text),
        cutIn: sound?.cutIn ? say('verbatim.cutIn', { persona: personaName }) : null,
        moment: moment ? momentData(moment, { say, set }) : null,
      };
    }),
  };
}

function momentData({ number, label, trust, tension }: Moment, { say, set }: Pick<Hand, 'say' | 'set'>) {
  return {
    number: String(number),
    label: set(label),
    change: [trust === 0 ? '' : say('verbatim.trust', { points: signed(trust) }), tension === 0 ? '' : say('verbatim.tension', { points: signed(tension) })]
      .filter((text) => text !== '')
      .join(' · '),
  };
}

const clock = (atMs: number): string => `${Math.floor(atMs / 60_000)}:${String(Math.floor(atMs / 1000) % 60).padStart(2, '0')}`;
const signed = (points: number): string => `${points > 0 ? '+' : '−'}${Math.abs(Math.round(points))}`;
const decimal = (value: number, locale: Locale): string => value.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-US', { maximumFractionDigits: 1 });
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
