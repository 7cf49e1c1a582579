/**
 * A number in [0, 1) that depends on nothing but its arguments: the engine has no other source of chance.
 * Mixes the parts with FNV-1a and finishes with the avalanche of MurmurHash3 (public domain).
 */
export function chance(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    const text = `${part}\u0000`;
    for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 2 ** 32;
}

/** One item of a list that is not empty, chosen by {@link chance}. */
export function choose<T>(items: readonly T[], ...parts: readonly (string | number)[]): T {
  const item = items[Math.floor(chance(...parts) * items.length)];
  if (item === undefined) throw new RangeError('choose() needs at least one item');
  return item;
}
