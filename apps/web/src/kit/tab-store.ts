import { useCallback, useState } from 'react';
import type { z } from 'zod';

/** Small things that must survive a reload of this tab and no longer: a draft, ticks, words on their way. */
export function readTab<S extends z.ZodType>(key: string, schema: S, otherwise: z.output<S>): z.output<S> {
  try {
    const stored = sessionStorage.getItem(key);
    if (stored === null) return otherwise;
    const read = schema.safeParse(JSON.parse(stored));
    return read.success ? read.data : otherwise;
  } catch {
    return otherwise;
  }
}

export function writeTab(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage that is full or forbidden costs the comfort after a reload, nothing now.
  }
}

export function forgetTab(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was stored either.
  }
}

export function useTabState<S extends z.ZodType>(key: string, schema: S, otherwise: z.output<S>) {
  const [value, setValue] = useState<z.output<S>>(() => readTab(key, schema, otherwise));
  const change = useCallback(
    (next: z.output<S>) => {
      setValue(next);
      writeTab(key, next);
    },
    [key],
  );
  return [value, change] as const;
}
