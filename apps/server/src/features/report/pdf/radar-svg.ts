import type { CriterionScore } from '@coachvisio/contract/report.ts';
import { escaped } from './curve-svg.ts';
import { textFamilies } from './fonts.ts';

const width = 262;
const height = 142;
const centre = { x: width / 2, y: height / 2 };
const radius = 52;
const levels = [1, 2, 3, 4, 5] as const;
const expected = 3;

/** Fewer axes than that do not make a surface. */
export const FEWEST_AXES = 3;

/** An axis without a level stays open: the line stops before it and starts again after it. */
export function radarSvg(criteria: readonly CriterionScore[]): string {
  const count = criteria.length;
  const at = (index: number, level: number): { x: number; y: number } => {
    const angle = -Math.PI / 2 + (index * 2 * Math.PI) / count;
    return { x: centre.x + (Math.cos(angle) * radius * level) / 5, y: centre.y + (Math.sin(angle) * radius * level) / 5 };
  };
  const point = (index: number, level: number): string => {
    const { x, y } = at(index, level);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const ring = (level: number): string => `M${criteria.map((_, index) => point(index, level)).join('L')}Z`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="${textFamilies.join(', ')}" font-size="8" fill="none">`,
    ...levels.map((level) => `<path d="${ring(level)}" stroke="#E4DED2" stroke-width=".8"/>`),
    ...criteria.map(
      ({ level }, index) =>
        `<path d="M${centre.x} ${centre.y}L${point(index, 5)}" stroke="#E4DED2" stroke-width=".8"${level === null ? ' stroke-dasharray="2 3"' : ''}/>`,
    ),
    `<path d="${ring(expected)}" stroke="#63667A" stroke-width=".9" stroke-dasharray="2.5 2.5"/>`,
    ...criteria.map(({ level }, index) => {
      const next = (index + 1) % count;
      const there = criteria[next]?.level ?? null;
      return level === null || there === null
        ? ''
        : `<path d="M${point(index, level)}L${point(next, there)}" stroke="#3D3BB3" stroke-width="1.8" stroke-linecap="round"/>`;
    }),
    ...criteria.map(({ level }, index) => {
      const { x, y } = at(index, level ?? expected);
      return level === null
        ? `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.8" fill="#FFFFFF" stroke="#8A8676" stroke-dasharray="1.8 1.5"/>`
        : `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2.4" fill="#3D3BB3"/>`;
    }),
    ...criteria.map(({ short }, index) => axisLabel(short, at(index, 5.75))),
    '</svg>',
  ].join('');
}

function axisLabel(text: string, { x, y }: { x: number; y: number }): string {
  const side = x - centre.x;
  const anchor = Math.abs(side) < 4 ? 'middle' : side > 0 ? 'start' : 'end';
  return `<text x="${x.toFixed(1)}" y="${(y + 2.6).toFixed(1)}" text-anchor="${anchor}" fill="#63667A">${escaped(text)}</text>`;
}
