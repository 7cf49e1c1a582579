import { randomBytes } from 'node:crypto';

/** 9 digits of base 36 hold milliseconds until the year 5188. */
const timeDigits = 9;
const tailDigits = 11;

let lastMs = 0;
let tail = 0n;

/**
 * An id such as `ses_0mhq3…`: time first, so that listing by id is listing by time, then 56 random bits.
 * Within one millisecond the tail only grows (by up to 2^32, so that a neighbour cannot be guessed), and a clock
 * that steps back is not followed: ids made by one process always sort in the order they were made.
 */
export function newId<P extends string>(prefix: P): `${P}_${string}` {
  const now = Date.now();
  if (now > lastMs) {
    lastMs = now;
    tail = BigInt(`0x${randomBytes(7).toString('hex')}`);
  } else {
    tail += 1n + BigInt(randomBytes(4).readUInt32BE());
  }
  return `${prefix}_${lastMs.toString(36).padStart(timeDigits, '0')}${tail.toString(36).padStart(tailDigits, '0')}`;
}
