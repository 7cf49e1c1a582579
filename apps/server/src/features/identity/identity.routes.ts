import { accountRoutes, type Installation, installationRoutes } from '@coachvisio/contract/account.ts';
import type { VoiceOffer } from '@coachvisio/contract/speech.ts';
import { handle, handlePublic, type MountedRoute } from '../../platform/feature.ts';
import type { Platform } from '../../platform/platform.ts';
import { productVersion } from '../../platform/version.ts';
import { changeMe } from './change-me.ts';
import { deleteMe } from './delete-me.ts';
import { enterDemo } from './enter-demo.ts';
import { presentMe } from './identity.present.ts';
import { createMyKey, listMyKeys, revokeMyKey } from './keep-keys.ts';

export const identityRoutes = (platform: Platform, voice: VoiceOffer): MountedRoute[] => {
  const { accounts, config, mail } = platform;
  const installation: Installation = {
    version: productVersion,
    demo: config.demo,
    mail: mail.kind,
    voicedBy: config.providers.think.length > 0 ? 'model' : 'bank',
    voice,
  };
  return [
    handlePublic(accountRoutes.demo, (visit, { body }) => enterDemo(platform, visit, body.locale)),
    handle(accountRoutes.me, (ctx) => presentMe(ctx)),
    handle(accountRoutes.change, (ctx, { body }) => changeMe(ctx, body)),
    handle(accountRoutes.remove, (ctx) => deleteMe(platform, ctx)),
    handle(accountRoutes.listKeys, (ctx) => listMyKeys(accounts, ctx)),
    handle(accountRoutes.createKey, (ctx, { body }) => createMyKey(accounts, ctx, body.name)),
    handle(accountRoutes.revokeKey, (ctx, { params }) => revokeMyKey(accounts, ctx, params.id)),
    handlePublic(installationRoutes.read, () => installation),
  ];
};
