import { reportRoutes } from '@coachvisio/contract/report.ts';
import { handle, handleFile } from '../../platform/feature.ts';
import { downloadReport } from './download-report.ts';
import { readReport } from './read-report.ts';

export const routes = [
  handle(reportRoutes.read, (ctx, { params }) => readReport(ctx, params.id)),
  handleFile(reportRoutes.download, (ctx, { params }) => downloadReport(ctx, params.id)),
];
