import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rounds of one conversation: the persona must not have ended it before the plug was pulled as often as that. */
const rounds = 5;

/** What a learner of the library's tests says, as many lines as a conversation of a drill takes. */
export const linesOf = (scenario: string, learner: string): string[] =>
  readFileSync(join(import.meta.dirname, `../tests/learners/${scenario}/${learner}.fr.txt`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, rounds);
