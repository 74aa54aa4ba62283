import type { Role } from '@commonlot/domain';
import { givenMember, givenOrganisation } from '../given-organisations.js';
import type { TestApi, TestPerson } from '../test-api.js';
import type { OrganisationModel } from './model.js';

const staff: Readonly<Record<string, readonly Role[]>> = {
  'minister A': ['minister'],
  'minister B': ['minister'],
  'officer A': ['officer'],
  'officer B': ['officer'],
  // Prepares like an officer and signs like the minister's office; never both on one batch.
  'officer and minister': ['officer', 'minister'],
  'controller A': ['controller'],
  'controller B': ['controller'],
  'reviewer A': ['reviewer'],
  'reviewer B': ['reviewer'],
  'reviewer C': ['reviewer'],
  auditor: ['auditor'],
  administrator: ['administrator'],
};

/** The people of the year by their names, and the organisations that they act for. */
export interface Cast {
  readonly people: ReadonlyMap<string, TestPerson>;
  readonly organisations: readonly OrganisationModel[];
}

export async function givenCast(api: TestApi, organisations: number): Promise<Cast> {
  const people = new Map<string, TestPerson>();
  const person = async (name: string, roles: readonly Role[]) => {
    const known = people.get(name) ?? (await api.person(roles, name));
    people.set(name, known);
    return known;
  };
  for (const [name, roles] of Object.entries(staff)) await person(name, roles);
  const models: OrganisationModel[] = [];
  for (let index = 0; index < organisations; index += 1) {
    // One controller has a seat at home: whoever proposed an account does not verify it.
    const representative = index === 0 ? 'controller B' : `representative ${index}`;
    const viewer = `viewer ${index}`;
    const organisation = await givenOrganisation(api, {
      name: `Organisation ${index}`,
      representative: await person(representative, []),
    });
    await givenMember(api, organisation, 'viewer', await person(viewer, []));
    models.push({ id: organisation.id, representative, viewer, verifiedIban: null, proposed: null });
  }
  return { people, organisations: models };
}
