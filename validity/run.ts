// `npm run validity -- [--annomi FILE] [--conversations FILE] [--answers FILE] [--fillers FILE] [--json] [--check]`: how good the
// rules are, on data that comes with the project or on a file of the same form that they have never seen.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAnnomi } from './annomi.ts';
import { measureAnswers } from './answers.ts';
import { measureConversations } from './conversations.ts';
import { plainOf, sectionsOf, tableOf, type Measured } from './figures.ts';
import { measureFillers } from './fillers.ts';

const data = (name: string): string => join(import.meta.dirname, 'data', name);

function readOptions() {
  try {
    return parseArgs({
      options: {
        annomi: { type: 'string' },
        conversations: { type: 'string', default: data('conversations-dev.jsonl') },
        answers: { type: 'string', default: data('interview-answers-dev.json') },
        fillers: { type: 'string', default: data('fillers-fr-dev.jsonl') },
        json: { type: 'boolean', default: false },
        check: { type: 'boolean', default: false },
      },
    }).values;
  } catch {
    return undefined;
  }
}

/** npm runs this in the folder of the project; a file is meant from where the command was typed. */
const given = (path: string): string => resolve(process.env.INIT_CWD ?? '.', path);

const fail = (message: string): void => {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
};

const options = readOptions();
if (!options) fail('Usage: npm run validity -- [--annomi FILE] [--conversations FILE] [--answers FILE] [--fillers FILE] [--json] [--check]');
else {
  try {
    const measured: Measured = {
      ...(options.annomi !== undefined && { annomi: measureAnnomi(given(options.annomi)) }),
      conversations: measureConversations(given(options.conversations)),
      answers: measureAnswers(given(options.answers)),
      fillers: measureFillers(given(options.fillers)),
    };
    const sections = sectionsOf(measured);
    process.stdout.write(`${options.json ? JSON.stringify(plainOf(measured), null, 2) : tableOf(sections)}\n`);
    const missed = sections.flatMap(({ rows }) => rows).some(({ holds }) => holds === false);
    if (options.check && missed) process.exitCode = 1;
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error));
  }
}
