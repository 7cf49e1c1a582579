import { z } from 'zod';

/** Ids carry their kind, so that one of another kind is refused at the edge and by the compiler. */
const id = <P extends string>(prefix: P) =>
  z
    .custom<`${P}_${string}`>((value) => typeof value === 'string' && new RegExp(`^${prefix}_[0-9a-z]{20}$`).test(value), {
      error: `must be an id that starts with ${prefix}_`,
    })
    .meta({ type: 'string', pattern: `^${prefix}_[0-9a-z]{20}$` });

export const OrganisationId = id('org');
export type OrganisationId = z.infer<typeof OrganisationId>;
export const MemberId = id('mem');
export type MemberId = z.infer<typeof MemberId>;
export const SessionId = id('ses');
export type SessionId = z.infer<typeof SessionId>;
export const ReportId = id('rep');
export type ReportId = z.infer<typeof ReportId>;
export const EventId = id('evt');
export type EventId = z.infer<typeof EventId>;
export const ApiKeyId = id('key');
export type ApiKeyId = z.infer<typeof ApiKeyId>;

/** Personas, scenarios and competencies are named by stable slugs, not ids. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
export type Slug = z.infer<typeof Slug>;
