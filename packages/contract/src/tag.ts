import { z } from 'zod';
import { Slug } from './id.ts';
import { LocalText } from './locale.ts';

/** Whom a scenario is for and what happens in it. */
export const TagKind = z.enum(['profession', 'sector', 'situation', 'segment']);
export type TagKind = z.infer<typeof TagKind>;

/** Every tag there is, as stored in `content/tags.json`: one word per thing, so that a filter finds all of them. */
export const TagContent = z.record(TagKind, z.array(z.strictObject({ slug: Slug, name: LocalText })).min(1));
export type TagContent = z.infer<typeof TagContent>;

/** A tag on a card, in one language. */
export const Tag = z.object({ kind: TagKind, slug: Slug, name: z.string() });
export type Tag = z.infer<typeof Tag>;
