import type { FastifyInstance } from 'fastify';
import type { Feature } from '../platform/feature.ts';
import type { Limits } from '../platform/http/limits.ts';
import { mountAuth } from '../platform/http/mount-auth.ts';
import { mountRoute } from '../platform/http/mount.ts';
import { mountReference } from '../platform/http/reference.ts';
import { serveWeb } from '../platform/http/static.ts';
import type { Platform } from '../platform/platform.ts';
import { productVersion } from '../platform/version.ts';
import type { Who } from '../platform/auth/who.ts';

/** Answers the public API, its reference, and the web app. */
export async function startWeb(app: FastifyInstance, platform: Platform, features: readonly Feature[], who: Who, limits: Limits): Promise<void> {
  const mounted = features.flatMap((feature) => feature.routes ?? []);
  for (const one of mounted) mountRoute(app, one, { platform, who, limits });
  mountAuth(app, platform.accounts, platform.config.publicUrl, limits);
  await mountReference(
    app,
    mounted.map(({ route }) => route),
    platform.config,
    productVersion,
  );
  await serveWeb(app);
}
