import { createElement, type ReactNode } from 'react';
import type { Shape } from './shape.ts';

/** Drawings never reorder, so the index is a sound key. */
export function Shapes({ shapes }: { readonly shapes: readonly Shape[] }): ReactNode {
  return shapes.map(({ tag, attrs, children }, index) => createElement(tag, { key: index, ...attrs }, children && <Shapes shapes={children} />));
}
