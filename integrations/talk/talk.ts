// A conversation from the terminal, over the public API: `npm run talk -- --scenario contrat-client-mefiant --lang fr`.
import { readFile } from 'node:fs/promises';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import type { TurnAnalysis } from '@coachvisio/contract/conversation.ts';
import { type Report, reportRoutes } from '@coachvisio/contract/report.ts';
import { type Outcome, sessionRoutes } from '@coachvisio/contract/session.ts';
import { Api, ApiProblem } from './api.ts';
import { type Answer, Live } from './live.ts';
import { readOptions, type TalkOptions, usage, UsageError } from './options.ts';
import { printReport, words } from './print-report.ts';
import { removeFolder, runServer, temporaryFolder } from '../../scripts/run-server.ts';

async function talk(options: TalkOptions): Promise<void> {
  const lines = options.from === undefined ? typedLines() : await writtenLines(options.from);
  // Without an address: a server of its own, in a folder that goes with it.
  const folder = options.url ? null : await temporaryFolder();
  const own = folder ? await runServer(folder) : null;
  try {
    const api = await Api.enter(options.url ?? own?.url ?? '', process.env['COACHVISIO_KEY']);
    const session = await api.call(sessionRoutes.begin, {
      body: { scenario: options.scenario, locale: options.locale, durationMinutes: null, ...(options.seed === undefined ? {} : { seed: options.seed }) },
    });
    const ticket = await api.call(sessionRoutes.openLive, { params: { id: session.id } });
    const { live, opening } = await Live.open(api.url, ticket);
    const show = (answer: Answer) => {
      if (options.json) return;
      for (const turn of answer.turns) console.log(`\n${session.personaName} : ${turn.text}`);
      if (answer.refused) console.log(`\n(${words[options.locale].refused} ${answer.refused})`);
    };
    show(opening);
    await converse(live, lines, options, show);
    live.close();
    const report = await waitForReport(api, session.id);
    if (options.json) console.log(JSON.stringify(asDocument(report), null, 2));
    else printReport(report);
  } finally {
    await own?.stop();
    if (folder) await removeFolder(folder);
  }
}

async function converse(
  live: Live,
  lines: AsyncIterable<string> | Iterable<string>,
  options: TalkOptions,
  show: (answer: Answer) => void,
): Promise<Outcome | undefined> {
  for await (const line of lines) {
    if (!options.json && options.from) console.log(`\n${words[options.locale].you} : ${line}`);
    const answer = await live.say(line);
    show(answer);
    if (answer.outcome) return answer.outcome;
    if (answer.paused) break;
  }
  const last = await live.end();
  show(last);
  return last.outcome;
}

/** Read before anything is begun, so that a wrong path leaves no session behind. */
async function writtenLines(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--from: ${path} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'}).`);
  });
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}

async function* typedLines(): AsyncGenerator<string> {
  const keyboard = createInterface({ input: stdin, output: stdout, prompt: '\n> ' });
  keyboard.prompt();
  for await (const line of keyboard) {
    if (line.trim() !== '') yield line;
    keyboard.prompt();
  }
}

/** The debrief is written in the background; it takes well under a second. */
async function waitForReport(api: Api, id: string): Promise<Report> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await api.call(reportRoutes.read, { params: { id } });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'report.pending' || tries > 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** What `--json` prints: everything a check may want to look at, in one document. */
function asDocument(report: Report) {
  const analysisOf = new Map<number, TurnAnalysis>(report.analysis.map((it) => [it.seq, it]));
  const quotes = [
    ...report.strengths.map(({ id, quote }) => ({ of: 'strength', id, ...quote })),
    ...report.vigilance.map(({ id, quote }) => ({ of: 'vigilance', id, ...quote })),
    ...report.axes.map(({ id, quote }) => ({ of: 'axis', id, ...quote })),
    ...report.criteria.flatMap(({ competency, quotes: found }) => found.map((quote) => ({ of: 'criterion', id: competency, ...quote }))),
  ];
  return {
    session: report.session,
    scenario: report.scenario,
    locale: report.locale,
    seed: report.provenance.seed,
    turns: report.turns.map((turn) => ({
      ...turn,
      signals: analysisOf.get(turn.seq)?.signals ?? [],
      moves: analysisOf.get(turn.seq)?.moves ?? [],
      state: analysisOf.get(turn.seq)?.state ?? null,
    })),
    outcome: report.outcome,
    because: report.because,
    scored: report.scored,
    scores: report.criteria.map(({ competency, weight, level, opportunities }) => ({ competency, weight, level, opportunities })),
    overall: report.overall,
    measures: report.measures.map(({ id, value, unit }) => ({ id, value, unit })),
    quotes,
    provenance: report.provenance,
  };
}

try {
  await talk(readOptions(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  if (error instanceof UsageError) console.error(`Usage: ${usage}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
