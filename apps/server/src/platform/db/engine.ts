export type RowMode = 'array' | 'object';

/** One connection, for as long as one piece of work holds it. */
export interface Executor {
  /** One statement. int8 comes as a number, dates and times as text, json parsed: the same on both engines. */
  query(sql: string, params: readonly unknown[], rowMode: RowMode): Promise<{ readonly rows: unknown[] }>;
  /** One or more statements without parameters, in one round trip. */
  run(sql: string): Promise<void>;
}

/** What PostgreSQL and the embedded database have in common. Only `platform` holds one; features see `Database`. */
export interface Engine {
  readonly kind: 'postgres' | 'embedded';
  /** Lends a connection to `work`. The embedded engine has one, so pieces of work queue here and must not nest. */
  session<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** Statements of the job queue, which brings its own transactions and expects the driver's own types. */
  native(sql: string, values?: readonly unknown[]): Promise<{ rows: unknown[] }>;
  listen(channel: string, on: (payload: string) => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Object identifiers of the types that the two drivers would read in different ways. */
export const typeIds = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, interval: 1186 } as const;
