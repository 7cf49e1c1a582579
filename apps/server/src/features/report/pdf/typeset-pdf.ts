import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@coachvisio/contract/report.ts';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { prepareFonts } from './fonts.ts';
import { pdfData } from './pdf-data.ts';
import { sayIn } from './pdf-words.ts';
import { printableWith } from './printable.ts';

const template = readFileSync(join(import.meta.dirname, 'template.typ'), 'utf8');

interface Press {
  readonly compiler: NodeCompiler;
  readonly fonts: string;
}
let press: Press | undefined;

/** The compiler keeps its fonts: opened once, it sets a report in some 50 ms instead of 500. */
function open(): Press {
  const fonts = prepareFonts();
  press ??= { compiler: NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths: [fonts] }] }), fonts };
  return press;
}

/** Report → PDF/UA-1. Takes all of its thread while it runs; see `render-pdf.ts`. */
export function typesetPdf(report: Report, portraitSvg: string | null): Uint8Array {
  const { compiler, fonts } = open();
  const data = pdfData(report, portraitSvg, printableWith(fonts, sayIn(report.locale)('emoji')));
  try {
    return compiler.pdf({ mainFileContent: template, inputs: { payload: JSON.stringify(data) } }, { pdfStandard: PdfStandard.UA_1 });
  } finally {
    compiler.evictCache(2);
  }
}
