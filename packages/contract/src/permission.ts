import { z } from 'zod';

/** What a member is in an organisation. */
export const Role = z.enum(['owner', 'admin', 'manager', 'coach', 'learner', 'dpo']);
export type Role = z.infer<typeof Role>;

export const Permission = z.enum([
  'account.own', // read and change one's own account
  'content.read',
  'session.run', // begin and play one's own sessions
  'session.read', // read one's own sessions
  'report.read', // read the debriefs of one's own sessions
  'api-key.manage',
]);
export type Permission = z.infer<typeof Permission>;

const everyone: readonly Permission[] = ['account.own', 'content.read', 'session.run', 'session.read', 'report.read'];

/** The only table of who may do what. The API, the web app and the documentation read this one. */
export const permissionsOf: Record<Role, readonly Permission[]> = {
  owner: [...everyone, 'api-key.manage'],
  admin: [...everyone, 'api-key.manage'],
  manager: [...everyone, 'api-key.manage'],
  coach: everyone,
  learner: everyone,
  dpo: ['account.own', 'content.read'],
};

export const may = (role: Role, permission: Permission): boolean => permissionsOf[role].includes(permission);
