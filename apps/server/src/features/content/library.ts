import { join } from 'node:path';
import { type Library, readLibrary } from './read-library.ts';

const directory = join(import.meta.dirname, '../../../../../content');
let read: Library | undefined;

/** The whole library, checked; read when first asked for and kept. */
export const library = (): Library => (read ??= readLibrary(directory));
