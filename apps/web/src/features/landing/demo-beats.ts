/** Three turns of one conversation, drawn by hand for the landing page: what is said, and where the curves stand after it. */
export const beats = ['first', 'second', 'third'] as const;

/** Points of the two curves, in the strip's own 840 × 92 box. */
export const strip = {
  trust: [
    [0, 60],
    [90, 66],
    [190, 74],
    [300, 70],
    [430, 46],
    [560, 42],
    [690, 24],
    [840, 14],
  ],
  tension: [
    [0, 44],
    [90, 38],
    [190, 24],
    [300, 30],
    [430, 50],
    [560, 56],
    [690, 70],
    [840, 80],
  ],
} as const;

/** A smooth line through points that never overshoots them (Fritsch-Carlson), so that the drawing stays honest. */
export function monotone(points: readonly (readonly [number, number])[]): string {
  const slopes = points.slice(1).map(([x, y], place) => {
    const [x0, y0] = points[place] ?? [0, 0];
    return (y - y0) / (x - x0);
  });
  const tangents = points.map((_, place) => {
    const before = slopes[place - 1];
    const after = slopes[place];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    return before * after <= 0 ? 0 : 2 / (1 / before + 1 / after);
  });
  return points
    .map(([x, y], place) => {
      const [x0, y0] = points[place - 1] ?? [x, y];
      if (place === 0) return `M${x} ${y}`;
      const third = (x - x0) / 3;
      return `C${x0 + third} ${y0 + (tangents[place - 1] ?? 0) * third} ${x - third} ${y - (tangents[place] ?? 0) * third} ${x} ${y}`;
    })
    .join('');
}
