export { type OrganisationFacts, Organisations, type Representative, type VerifiedAccount } from './organisations.js';
export { OrganisationsModule } from './organisations.module.js';
