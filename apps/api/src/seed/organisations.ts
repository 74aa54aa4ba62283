import { organisations } from '@commonlot/contracts';
import type { FileLanguage } from '@commonlot/domain';
import type { CastMember } from './cast.js';
import type { Chance } from './chance.js';
import type { ContractClient } from './contract-client.js';
import { organisationNames } from './data/projects.js';

export interface Municipality {
  readonly nis: string;
  readonly name: { nl: string; fr: string; de?: string | null };
  readonly region: 'flanders' | 'wallonia' | 'brussels';
}

export interface DemonstrationOrganisation {
  readonly id: string;
  readonly name: string;
  readonly municipality: Municipality;
  readonly language: FileLanguage;
  readonly representative: CastMember;
}

/** An enterprise number of the series 09xx, which the register has not given out, with the right check digits. */
export function fictionalNumber(index: number): string {
  const first8 = 9_000_000 + index;
  const check = 97 - (first8 % 97);
  return `0${String(first8).slice(0, 7)}${String(check).padStart(2, '0')}`;
}

/** A Belgian account with right check digits (ISO 13616 and national), of a bank code that no bank holds. */
export function fictionalIban(index: number): string {
  const first10 = 9_990_000_000 + index;
  const national = String(first10 % 97 || 97).padStart(2, '0');
  const bban = `${first10}${national}`;
  const check = 98n - (BigInt(`${bban}111400`) % 97n);
  return `BE${String(check).padStart(2, '0')}${bban}`;
}

/** Registers an organisation through the use case, in the name of its representative. */
export async function registerOrganisation(
  client: ContractClient,
  chance: Chance,
  index: number,
  representative: CastMember,
  municipality: Municipality,
): Promise<DemonstrationOrganisation> {
  const language = representative.person.language;
  const spoken = language === 'de' ? 'fr' : language;
  const place = language === 'de' ? (municipality.name.de ?? municipality.name.fr) : municipality.name[spoken];
  const name = `${chance.pick(organisationNames[spoken])} ${place}`;
  const { id } = await client.call(
    organisations.createOrganisation,
    {
      body: {
        enterpriseNumber: fictionalNumber(index),
        name,
        legalForm: chance.next() < 0.9 ? '017' : '029',
        street: spoken === 'nl' ? `Kerkstraat ${chance.whole(1, 200)}` : `Rue de l’Église ${chance.whole(1, 200)}`,
        postalCode: String(chance.whole(1000, 9999)),
        municipalityNis: municipality.nis,
        language,
        website: null,
        purpose: '',
      },
    },
    representative,
  );
  return { id, name, municipality, language, representative };
}

/** Proposes an account and has the controller verify it. */
export async function verifyAccount(
  client: ContractClient,
  organisation: DemonstrationOrganisation,
  index: number,
  controller: CastMember,
): Promise<void> {
  const { id, revision } = await client.call(
    organisations.proposeBankAccount,
    { params: { organisationId: organisation.id }, body: { iban: fictionalIban(index), holder: organisation.name } },
    organisation.representative,
  );
  await client.call(
    organisations.judgeBankAccount,
    { params: { bankAccountId: id }, body: { revision, isVerified: true } },
    controller,
  );
}
