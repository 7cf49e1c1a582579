import { describe, expect, it } from 'vitest';
import { curveSvg } from './curve-svg.ts';
import { sampleReport } from './sample-report.testing.ts';

const words = { trust: 'Confiance', tension: 'Tension', minute: (minute: number) => `${minute} min` };
const { curve, moments } = sampleReport('fr');
const circles = (svg: string) => [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="6.5"/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

describe('the curve', () => {
  it('bears a pin for each moment, none over another', () => {
    const pins = circles(curveSvg(curve, moments, words));
    expect(pins).toHaveLength(moments.length);
    for (const [index, pin] of pins.entries())
      for (const other of pins.slice(index + 1)) expect(Math.hypot(pin.x - other.x, pin.y - other.y)).toBeGreaterThan(13);
  });

  it('keeps the names of two lines apart that end together', () => {
    const flat = curve.map((point) => ({ ...point, trust: 50, tension: 50 }));
    const ends = [...curveSvg(flat, [], words).matchAll(/y="([\d.]+)"[^>]*>(?:Confiance|Tension) 50/g)].map(([, y]) => Number(y));
    expect(Math.abs((ends[0] ?? 0) - (ends[1] ?? 0))).toBeGreaterThanOrEqual(10);
  });

  it('is drawn for turns in the same millisecond, and for a single point', () => {
    const same = curve.map((point) => ({ ...point, atMs: 1000 }));
    expect(curveSvg(same, [], words)).not.toContain('NaN');
    expect(curveSvg(curve.slice(0, 1), [], words)).not.toContain('NaN');
  });

  it('shows a name as text, whatever it holds', () => {
    expect(curveSvg(curve, [], { ...words, trust: '<script>&' })).toContain('&lt;script&gt;&amp;');
  });
});
