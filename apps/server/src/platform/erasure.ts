import type { MemberId, SessionId } from '@coachvisio/contract/id.ts';
import type { JobCtx } from './ctx.ts';

/** What is about to be deleted, with all that belongs to it. */
export type Erased = { readonly session: SessionId } | { readonly member: MemberId };

/** Deletes what somebody keeps of it outside the database. Must bear being called again: the deletion may fail after it. */
export type Eraser = (ctx: JobCtx, what: Erased) => Promise<void>;
