import { readFile } from 'node:fs/promises';
import type { SessionId } from '@coachvisio/contract/id.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { FileAnswer } from '../../platform/feature.ts';
import { openPdfPress, type PdfPress } from './pdf/render-pdf.ts';
import { type Reading, readReport } from './read-report.ts';

let press: PdfPress | undefined;

/** Ends the thread that sets PDFs, if one was started. */
export async function closePress(): Promise<void> {
  await press?.close();
  press = undefined;
}

/** The debrief as a tagged PDF: synthesis and verbatim. */
export async function downloadReport(ctx: Ctx, session: SessionId, reading: Reading): Promise<FileAnswer> {
  const report = await readReport(ctx, session, reading);
  press ??= openPdfPress();
  const pdf = await press.render(report, await portraitOf(report.persona));
  return new FileAnswer(pdf, `coachvisio-${report.scenario}-${report.createdAt.slice(0, 10)}.pdf`);
}

/** The drawing that the web app's build leaves beside its pages; without a build the report has no portrait. */
const portraitOf = (persona: string): Promise<string | undefined> =>
  readFile(new URL(`../../../../web/dist/portraits/${persona}.svg`, import.meta.url), 'utf8').catch(() => undefined);
