import { type GivenOrganisation, givenOrganisation as givenOrganisationOf } from './given-organisations.js';
import type { TestApi, TestPerson } from './test-api.js';

export { type GivenOrganisation, givenMember } from './given-organisations.js';

let serial = 0;

/** An association with a name of its own, whose representative is `representative` (somebody new unless given). */
export function givenOrganisation(
  api: TestApi,
  representative?: TestPerson,
  change: { readonly legalForm?: string; readonly name?: string } = {},
): Promise<GivenOrganisation> {
  serial += 1;
  // Names are equally long, so that two answers about two organisations can be compared byte by byte.
  const name = `Koor ${serial.toString().padStart(4, '0')} vzw`;
  return givenOrganisationOf(api, { name, ...change, ...(representative === undefined ? {} : { representative }) });
}
