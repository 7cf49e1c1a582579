import { z } from 'zod';
import { ApiKeyId, MemberId, OrganisationId } from './id.ts';
import { Locale } from './locale.ts';
import { Permission, Role } from './permission.ts';
import { route } from './route.ts';
import { VoiceOffer } from './speech.ts';

const none = z.object({});

/** Most characters of an address, RFC 5321. */
export const mostEmail = 254;

/** One line as somebody types it: no control characters, which no database keeps, and no marks that turn the writing around them. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => !/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u.test(value), { error: 'must hold no control characters' });

/** What somebody is called. */
export const PersonName = line(80);

/** Who is signed in, in which organisation, and what they may do there. */
export const Me = z.object({
  member: MemberId,
  organisation: z.object({ id: OrganisationId, name: z.string() }),
  role: Role,
  permissions: z.array(Permission),
  name: z.string(),
  email: z.string().nullable(),
  locale: Locale,
  /** A throw-away learner of the demo organisation, deleted after a day. */
  demo: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const ApiKey = z.object({ id: ApiKeyId, name: z.string(), start: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() });
export type ApiKey = z.infer<typeof ApiKey>;

export const accountRoutes = {
  demo: route({
    id: 'enterDemo',
    method: 'POST',
    path: '/v1/demo',
    tag: 'Account',
    summary: 'Enter as a throw-away learner of the demo organisation',
    can: 'public',
    params: none,
    query: none,
    body: z.strictObject({ locale: Locale.optional() }),
    status: 201,
    answer: Me,
    problems: ['request.invalid', 'demo.off', 'rate.limited'],
  }),
  me: route({
    id: 'readMe',
    method: 'GET',
    path: '/v1/me',
    tag: 'Account',
    summary: 'Who is signed in',
    can: 'account.own',
    params: none,
    query: none,
    body: none,
    status: 200,
    answer: Me,
    problems: ['auth.required'],
  }),
  change: route({
    id: 'changeMe',
    method: 'PATCH',
    path: '/v1/me',
    tag: 'Account',
    summary: 'Change one’s name or language',
    can: 'account.own',
    params: none,
    query: none,
    body: z.strictObject({ name: PersonName.optional(), locale: Locale.optional() }),
    status: 200,
    answer: Me,
    problems: ['request.invalid', 'auth.required'],
  }),
  remove: route({
    id: 'deleteMe',
    method: 'DELETE',
    path: '/v1/me',
    tag: 'Account',
    summary: 'Delete one’s account with all its sessions',
    can: 'account.own',
    params: none,
    query: none,
    body: none,
    status: 204,
    answer: z.null(),
    problems: ['auth.required'],
  }),
  listKeys: route({
    id: 'listApiKeys',
    method: 'GET',
    path: '/v1/api-keys',
    tag: 'API keys',
    summary: 'List one’s own API keys',
    can: 'api-key.manage',
    params: none,
    query: none,
    body: none,
    status: 200,
    answer: z.object({ keys: z.array(ApiKey) }),
    problems: ['auth.required', 'permission.denied'],
  }),
  createKey: route({
    id: 'createApiKey',
    method: 'POST',
    path: '/v1/api-keys',
    tag: 'API keys',
    summary: 'Create an API key; it is shown once',
    can: 'api-key.manage',
    params: none,
    query: none,
    body: z.strictObject({ name: line(60) }),
    status: 201,
    answer: ApiKey.extend({ key: z.string() }),
    problems: ['request.invalid', 'auth.required', 'permission.denied'],
  }),
  revokeKey: route({
    id: 'revokeApiKey',
    method: 'DELETE',
    path: '/v1/api-keys/:id',
    tag: 'API keys',
    summary: 'Revoke an API key',
    can: 'api-key.manage',
    params: z.object({ id: ApiKeyId }),
    query: none,
    body: none,
    status: 204,
    answer: z.null(),
    problems: ['request.invalid', 'auth.required', 'permission.denied', 'not.found'],
  }),
} as const;

/** What this installation offers before anyone is signed in. */
export const Installation = z.object({
  version: z.string(),
  demo: z.boolean(),
  mail: z.enum(['smtp', 'folder']),
  voicedBy: z.enum(['bank', 'model']),
  voice: VoiceOffer,
});
export type Installation = z.infer<typeof Installation>;

export const installationRoutes = {
  read: route({
    id: 'readInstallation',
    method: 'GET',
    path: '/v1/installation',
    tag: 'Installation',
    summary: 'What this installation offers',
    can: 'public',
    params: none,
    query: none,
    body: none,
    status: 200,
    answer: Installation,
    problems: [],
  }),
} as const;
