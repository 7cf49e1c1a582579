/** Something outside the program keeps it from starting. The message is one sentence that says what, and what to do. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** The code of a system or database error, such as `EACCES` or `28P01`. */
export const errorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
