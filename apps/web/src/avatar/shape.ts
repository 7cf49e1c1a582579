/**
 * A drawing as data: the page turns it into elements, the animation patches the attributes that changed,
 * and the PDF writes it as text. Attribute names are those of React; `toMarkup` spells them as SVG does.
 */
export type Shape = {
  readonly tag: 'path' | 'circle' | 'ellipse' | 'rect' | 'g' | 'clipPath' | 'radialGradient' | 'stop';
  readonly attrs: Readonly<Record<string, string | number>>;
  readonly children?: readonly Shape[];
};

export const fill = (d: string, color: string, opacity = 1): Shape => ({
  tag: 'path',
  attrs: opacity === 1 ? { d, fill: color } : { d, fill: color, opacity },
});

export const stroke = (d: string, color: string, width: number, opacity = 1): Shape => ({
  tag: 'path',
  attrs: { d, fill: 'none', stroke: color, strokeWidth: width, strokeLinecap: 'round', strokeLinejoin: 'round', opacity },
});

export const circle = (cx: number, cy: number, r: number, color: string, opacity = 1): Shape => ({
  tag: 'circle',
  attrs: opacity === 1 ? { cx, cy, r, fill: color } : { cx, cy, r, fill: color, opacity },
});

export const group = (children: readonly Shape[], attrs: Shape['attrs'] = {}): Shape => ({ tag: 'g', attrs, children });

/** One decimal is a tenth of a pixel at full size: enough for the eye, and short enough to send. */
export const round = (value: number): number => Math.round(value * 10) / 10;

const asSvgName = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export function toMarkup(shapes: readonly Shape[]): string {
  return shapes
    .map(({ tag, attrs, children }) => {
      const written = Object.entries(attrs).map(([name, value]) => ` ${asSvgName(name)}="${value}"`);
      return `<${tag}${written.join('')}>${toMarkup(children ?? [])}</${tag}>`;
    })
    .join('');
}

/** Writes to the elements drawn from `before` what is different in `after`; both must have the same structure. */
export function patchShapes(parent: Element, before: readonly Shape[], after: readonly Shape[]): void {
  after.forEach((next, index) => {
    const element = parent.children[index];
    const last = before[index];
    if (!element || !last || last === next) return;
    for (const [name, value] of Object.entries(next.attrs)) {
      if (last.attrs[name] !== value) element.setAttribute(asSvgName(name), String(value));
    }
    if (next.children) patchShapes(element, last.children ?? [], next.children);
  });
}
