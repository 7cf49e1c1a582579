import type { Feature } from '../../platform/feature.ts';

export { changeMember } from './change-member.ts';
export { createFindMember } from './find-member.ts';
export { demoOrganisationName, foundPersonalOrganisation, joinDemo } from './found-organisation.ts';
export { filterMembers, listDemoMembersBefore } from './organisation.store.ts';
export { removeMember } from './remove-member.ts';

export const organisation: Feature = { name: 'organisation' };
