/** First and last byte. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** Fifteen digits count exactly, and no file has so many bytes. */
const form = /^bytes=(?:(\d{1,15})-(\d{1,15})?|-(\d{1,15}))$/;

/**
 * What a `Range` header asks for of a file of so many bytes (RFC 9110, 14.2). One range only: several, or what is no range, are
 * answered with the whole, as the standard allows. `none`: there is nothing at that place.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'whole' | 'none' {
  const [, first, last, suffix] = form.exec(header ?? '') ?? [];
  if (suffix !== undefined) return Number(suffix) === 0 || size === 0 ? 'none' : { from: Math.max(0, size - Number(suffix)), to: size - 1 };
  if (first === undefined) return 'whole';
  const from = Number(first);
  const to = last === undefined ? size - 1 : Math.min(Number(last), size - 1);
  if (from >= size) return 'none';
  return last !== undefined && Number(last) < from ? 'whole' : { from, to };
}
