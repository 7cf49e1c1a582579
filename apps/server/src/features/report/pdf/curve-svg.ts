import type { CurvePoint, Moment } from '@coachvisio/contract/report.ts';
import { type CurveFrame, layCurve, type Place } from '@coachvisio/engine/rating/curve-layout.ts';
import { scaleLinear } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { textFamilies } from './fonts.ts';

export interface CurveWords {
  trust: string;
  tension: string;
  minute: (minute: number) => string;
}

const width = 520;
const height = 146;
const left = 30;
const right = 78;
const top = 22;
const bottom = 22;
const ink = '#63667A';

/** How far a tag may stand from its dot: near, further, on the other side of the line, furthest. */
const tagSteps = [13, 27, -13, -27, 41, -41];

/** The lines differ by dash and by name, so that no colour is needed to tell them apart. */
export function curveSvg(points: readonly CurvePoint[], moments: readonly Moment[], words: CurveWords): string {
  const frame = frameOf(points);
  const { trust, tension, levels, minutes, pins, ends } = layCurve(points, moments, frame);
  const last = points.at(-1);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${textFamilies.join(', ')}" font-size="8">`,
    ...levels.map(({ value, y }) => `<path d="M${left} ${y}H${width - right}" stroke="#E4DED2"/>${label(left - 6, y + 3, 'end', String(value))}`),
    ...minutes.map(({ minute, x }) => label(x, height - 6, 'middle', words.minute(minute))),
    `<path d="${pathOf(tension)}" fill="none" stroke="#B7791F" stroke-width="1.4" stroke-dasharray="1 3" stroke-linecap="round"/>`,
    `<path d="${pathOf(trust)}" fill="none" stroke="#3D3BB3" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/>`,
    ...pins.flatMap(({ moment, dot, tag }) => [
      `<circle cx="${dot.x.toFixed(1)}" cy="${dot.y.toFixed(1)}" r="2.8" fill="#FFFFFF" stroke="#3D3BB3" stroke-width="1.5"/>`,
      `<circle cx="${tag.x.toFixed(1)}" cy="${tag.y.toFixed(1)}" r="6.5" fill="#ECEBF9"/>`,
      label(tag.x, tag.y + 2.7, 'middle', String(moment.number), '#3D3BB3', 600),
    ]),
    ...(last && ends
      ? [
          label(frame.x(last.atMs) + 7, ends.trust + 3, 'start', `${words.trust} ${Math.round(last.trust)}`, '#3D3BB3', 600),
          label(frame.x(last.atMs) + 7, ends.tension + 3, 'start', `${words.tension} ${Math.round(last.tension)}`, '#80500B', 600),
        ]
      : []),
    '</svg>',
  ].join('');
}

/** The curve on paper, from its first point on. */
function frameOf(points: readonly CurvePoint[]): CurveFrame<Moment> {
  const fromMs = points[0]?.atMs ?? 0;
  const toMs = Math.max(points.at(-1)?.atMs ?? 0, fromMs + 1);
  return {
    fromMs,
    toMs,
    x: scaleLinear([fromMs, toMs], [left + 6, width - right]),
    y: scaleLinear([0, 100], [height - bottom, top]),
    minuteStep: (minutes) => (minutes >= 21 ? 5 : minutes >= 6 ? 2 : 1),
    // Above a turn that gained, below one that lost.
    tagWays: ({ direction }) => tagSteps.map((step) => ({ x: 0, y: direction === 'up' ? -step : step })),
    holds: ({ y }) => y > 7 && y < height - bottom + 14,
    clear: (tag, other) => Math.hypot(other.x - tag.x, other.y - tag.y) >= 15,
    endsApart: 11,
  };
}

const pathOf = (places: readonly Place[]): string =>
  line<Place>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .digits(1)
    .curve(curveMonotoneX)([...places]) ?? '';

const label = (x: number, y: number, anchor: 'start' | 'middle' | 'end', text: string, fill: string = ink, weight = 400): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${fill}" font-weight="${weight}">${escaped(text)}</text>`;

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
