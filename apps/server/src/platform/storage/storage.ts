/** One thing that is stored. */
export interface Stored {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly writtenAt: number;
  readonly bytes: number;
}

/**
 * Bytes under a name, outside the database. Names are ids joined by slashes and nothing else, so that no name leads
 * anywhere but here.
 */
export interface Storage {
  /** Tells this storage from any other; the same for every process that sees the same bytes. */
  id(): Promise<string>;
  /** Whole or not at all, also where the process dies meanwhile. What stood there is replaced. */
  write(name: string, bytes: Uint8Array): Promise<void>;
  read(name: string): Promise<Uint8Array | null>;
  /** Nothing there is no failure. */
  remove(name: string): Promise<void>;
  /** Everything whose name begins with these parts. */
  list(prefix: string): Promise<Stored[]>;
  /** Clears what was begun before this moment and never finished. */
  tidy(before: number): Promise<void>;
}

const part = '[a-z0-9][a-z0-9_]{0,63}';
const nameForm = new RegExp(`^${part}(/${part})*$`);

/** Throws for whatever is not a name. Every implementation asks it first. */
export function checkName(name: string): string {
  if (name.length > 400 || !nameForm.test(name)) throw new Error('a name of the storage holds ids and slashes only');
  return name;
}
