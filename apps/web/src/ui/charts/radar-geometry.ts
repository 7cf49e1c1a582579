/** `null` where there was not enough to give a level. */
export type RadarAxis = { readonly id: string; readonly label: string; readonly level: number | null };

type Place = { readonly x: number; readonly y: number };

export type RadarDrawing = {
  readonly rings: readonly string[];
  readonly expected: string;
  /** Runs of neighbouring levels; the line stops on both sides of an axis without one. */
  readonly outline: string;
  readonly axes: readonly (RadarAxis & {
    readonly spoke: string;
    readonly at: Place;
    readonly name: Place & { readonly anchor: 'start' | 'middle' | 'end' };
  })[];
};

const HIGHEST_LEVEL = 5;

export function layRadar(axes: readonly RadarAxis[], expected: number, center: Place, radius: number): RadarDrawing {
  const count = axes.length;
  const place = (index: number, level: number): Place => {
    const angle = -Math.PI / 2 + (index * 2 * Math.PI) / count;
    const reach = (radius * level) / HIGHEST_LEVEL;
    return { x: round(center.x + Math.cos(angle) * reach), y: round(center.y + Math.sin(angle) * reach) };
  };
  const ring = (level: number) => `M${axes.map((_, index) => write(place(index, level))).join('L')}Z`;
  const links = axes.flatMap((axis, index) => {
    const next = axes[(index + 1) % count];
    if (axis.level === null || !next || next.level === null || count < 2) return [];
    return [`M${write(place(index, axis.level))}L${write(place((index + 1) % count, next.level))}`];
  });
  return {
    rings: [1, 2, 3, 4, 5].map(ring),
    expected: ring(expected),
    outline: links.join(''),
    axes: axes.map((axis, index) => {
      const name = place(index, HIGHEST_LEVEL * 1.16);
      const anchor = Math.abs(name.x - center.x) < 12 ? 'middle' : name.x < center.x ? 'end' : 'start';
      return {
        ...axis,
        spoke: `M${write(center)}L${write(place(index, HIGHEST_LEVEL))}`,
        at: place(index, axis.level ?? expected),
        name: { x: name.x, y: name.y + 4, anchor },
      };
    }),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
const write = ({ x, y }: Place) => `${x} ${y}`;
