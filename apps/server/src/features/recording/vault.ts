import type { OrganisationId, SessionId } from '@coachvisio/contract/id.ts';
import type { Platform } from '../../platform/platform.ts';
import { deriveKey, seal, unseal } from '../../platform/storage/envelope.ts';

/** Where sound is kept and what opens it. */
export type Vault = Pick<Platform, 'storage' | 'storageSecret' | 'config'>;

const area = 'recording';

export const allRecordings = area;
export const folderOf = (org: OrganisationId, session: SessionId): string => `${area}/${org}/${session}`;
export const nameOf = (org: OrganisationId, session: SessionId, file: string): string => `${folderOf(org, session)}/${file}`;

/** Which turn a track belongs to: sealed with it, so that one file does not open in another's place. */
export interface TrackPlace {
  readonly org: OrganisationId;
  readonly session: SessionId;
  readonly seq: number;
}

const sealedWith = ({ org, session, seq }: TrackPlace): string[] => [area, org, session, String(seq)];
const keyOf = (vault: Vault, salt: string, { org, session }: TrackPlace): Buffer => deriveKey(vault.storageSecret(), salt, `${area} ${org} ${session}`);

export const sealTrack = (vault: Vault, salt: string, place: TrackPlace, wav: Uint8Array): Buffer => seal(keyOf(vault, salt, place), sealedWith(place), wav);

/** Throws `BrokenEnvelope` for anything but what was sealed for this very turn. */
export const unsealTrack = (vault: Vault, salt: string, place: TrackPlace, sealed: Uint8Array): Buffer =>
  unseal(keyOf(vault, salt, place), sealedWith(place), sealed);
