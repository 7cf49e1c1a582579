import { ratingRoutes } from '@coachvisio/contract/rating.ts';
import { reportRoutes } from '@coachvisio/contract/report.ts';
import { handle, handleFile, type MountedRoute } from '../../platform/feature.ts';
import { askRating } from './ask-rating.ts';
import { downloadReport } from './download-report.ts';
import { listRatings } from './list-ratings.ts';
import { RatingRate } from './rating-rate.ts';
import { readReport } from './read-report.ts';

/** `panel`: models rate beside the rules here. */
export function routesOf(panel: boolean): MountedRoute[] {
  const rate = new RatingRate();
  return [
    handle(reportRoutes.read, (ctx, { params, query }) => readReport(ctx, params.id, { variant: query.variant, panel })),
    handleFile(reportRoutes.download, (ctx, { params, query }) => downloadReport(ctx, params.id, { variant: query.variant, panel })),
    handle(ratingRoutes.list, (ctx, { params }) => listRatings(ctx, params.id)),
    handle(ratingRoutes.ask, (ctx, { params }) => askRating(ctx, params.id, rate)),
  ];
}
