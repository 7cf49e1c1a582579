import type { CurvePoint, Moment } from '@coachvisio/contract/report.ts';
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

/** Axis 0 to 100 always whole; the lines differ by dash and by name, so that no colour is needed to tell them apart. */
export function curveSvg(points: readonly CurvePoint[], moments: readonly Moment[], words: CurveWords): string {
  const from = points[0]?.atMs ?? 0;
  const to = Math.max(points.at(-1)?.atMs ?? 0, from + 1);
  const x = scaleLinear([from, to], [left + 6, width - right]);
  const y = scaleLinear([0, 100], [height - bottom, top]);
  const path = (value: (point: CurvePoint) => number): string =>
    line<CurvePoint>(
      (point) => x(point.atMs),
      (point) => y(value(point)),
    )
      .digits(1)
      .curve(curveMonotoneX)(later(points)) ?? '';
  const grid = [0, 50, 100].map(
    (value) => `<path d="M${left} ${y(value)}H${width - right}" stroke="#E4DED2"/>${label(left - 6, y(value) + 3, 'end', String(value))}`,
  );
  const ticks = minutes(from, to).map((minute) => label(x(from + minute * 60_000), height - 6, 'middle', words.minute(minute)));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${textFamilies.join(', ')}" font-size="8">`,
    ...grid,
    ...ticks,
    `<path d="${path((point) => point.tension)}" fill="none" stroke="#B7791F" stroke-width="1.4" stroke-dasharray="1 3" stroke-linecap="round"/>`,
    `<path d="${path((point) => point.trust)}" fill="none" stroke="#3D3BB3" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"/>`,
    ...pins(points, moments, x, y),
    ...ends(points.at(-1), x, y, words),
    '</svg>',
  ].join('');
}

type Scale = (value: number) => number;

/** Two turns in one millisecond would make the line run backwards. */
const later = (points: readonly CurvePoint[]): CurvePoint[] => points.filter((point, index) => index === 0 || point.atMs > (points[index - 1]?.atMs ?? 0));

function minutes(from: number, to: number): number[] {
  const last = Math.floor((to - from) / 60_000);
  const step = last > 20 ? 5 : last > 5 ? 2 : 1;
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, index) => index * step);
}

/** Above a turn that gained, below one that lost; further out when the one before is too near to be read. */
function pins(points: readonly CurvePoint[], moments: readonly Moment[], x: Scale, y: Scale): string[] {
  const placed: { x: number; y: number }[] = [];
  return moments.flatMap((moment) => {
    const point = points.find(({ seq }) => seq === moment.seq);
    if (!point) return [];
    const at = { x: x(point.atMs), y: y(point.trust) };
    const side = moment.direction === 'up' ? -1 : 1;
    const free = (offset: number): boolean =>
      offset > 7 && offset < height - bottom + 14 && !placed.some((other) => Math.hypot(other.x - at.x, other.y - offset) < 15);
    const offset = [13, 27, -13, -27, 41, -41].map((distance) => at.y + side * distance).find(free) ?? at.y + side * 13;
    placed.push({ x: at.x, y: offset });
    return [
      `<circle cx="${at.x.toFixed(1)}" cy="${at.y.toFixed(1)}" r="2.8" fill="#FFFFFF" stroke="#3D3BB3" stroke-width="1.5"/>`,
      `<circle cx="${at.x.toFixed(1)}" cy="${offset.toFixed(1)}" r="6.5" fill="#ECEBF9"/>`,
      label(at.x, offset + 2.7, 'middle', String(moment.number), '#3D3BB3', 600),
    ];
  });
}

function ends(last: CurvePoint | undefined, x: Scale, y: Scale, words: CurveWords): string[] {
  if (!last) return [];
  const trust = y(last.trust);
  const tension = y(last.tension);
  // Two names on one line would hide each other: they are kept a line apart, whichever is above.
  const near = Math.abs(trust - tension) < 11;
  const middle = (trust + tension) / 2;
  const push = trust <= tension ? 5.5 : -5.5;
  const at = x(last.atMs) + 7;
  return [
    label(at, (near ? middle - push : trust) + 3, 'start', `${words.trust} ${Math.round(last.trust)}`, '#3D3BB3', 600),
    label(at, (near ? middle + push : tension) + 3, 'start', `${words.tension} ${Math.round(last.tension)}`, '#80500B', 600),
  ];
}

const label = (x: number, y: number, anchor: 'start' | 'middle' | 'end', text: string, fill: string = ink, weight = 400): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" fill="${fill}" font-weight="${weight}">${escaped(text)}</text>`;

export const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
