import { reportRoutes } from '@coachvisio/contract/report.ts';
import { handle, handleFile } from '../../platform/feature.ts';
import { downloadReport } from './download-report.ts';
import { readReport } from './read-report.ts';

export const routes = [
  handle(reportRoutes.read, (ctx, { params, query }) => readReport(ctx, params.id, query.variant)),
  handleFile(reportRoutes.download, (ctx, { params, query }) => downloadReport(ctx, params.id, query.variant)),
];
