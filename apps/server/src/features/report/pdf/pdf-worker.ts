import { parentPort } from 'node:worker_threads';
import type { PdfAnswer, PdfOrder } from './render-pdf.ts';
import { typesetPdf } from './typeset-pdf.ts';

parentPort?.on('message', ({ id, report, portraitSvg }: PdfOrder) => {
  parentPort?.postMessage(
    answer(id, () => typesetPdf(report, portraitSvg)),
    [],
  );
});

function answer(id: number, work: () => Uint8Array): PdfAnswer {
  try {
    return { id, pdf: work() };
  } catch (error) {
    // Diagnostics name lines of the template, never the text that was set.
    return { id, fault: error instanceof Error ? `${error.name}: ${error.message}` : 'the typesetter gave no reason' };
  }
}
