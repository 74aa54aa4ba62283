import { organisations as contract } from '@commonlot/contracts';
import { directBeneficiaries } from './data/direct-lines.js';
import { type DemonstrationOrganisation, fictionalNumber, type Municipality, verifyAccount } from './organisations.js';
import { payInstalments, prepareBatch, proposeDirectFile, releaseBatch, signBatch } from './play-decisions.js';
import type { Stage } from './stage.js';

/** Direct lines: no call and no jury, but a file, a decision, a letter and payments. The third still waits for a signature. */
export async function sceneDirectLines(
  stage: Stage,
  lines: readonly { lineId: string; amountCents: number }[],
): Promise<void> {
  const { client, cast, timeline } = stage;
  for (const [index, beneficiary] of directBeneficiaries.entries()) {
    const line = lines[index];
    if (line === undefined) continue;
    stage.clock(timeline.at(0.15 + index * 0.02));
    const organisation = await register(stage, beneficiary);
    await verifyAccount(client, organisation, 900 + index, cast.get('controller'));
    const directFileId = await proposeDirectFile(client, cast.get('officer'), {
      lineId: line.lineId,
      organisation,
      title: beneficiary.title,
      purpose: beneficiary.purpose,
      requestedCents: line.amountCents * beneficiary.share,
    });
    const batch = await prepareBatch(client, cast.get('officer'), { callId: null, directFileIds: [directFileId] });
    if (index === directBeneficiaries.length - 1) continue;
    stage.clock(timeline.at(0.2 + index * 0.02));
    await signBatch(client, cast.get('minister-adviser'), batch);
    await stage.work();
    await releaseBatch(client, cast.get('minister-adviser'), batch);
    await stage.work();
  }
  stage.clock(timeline.at(0.3));
  await payInstalments(client, cast.get('officer'), cast.get('controller'), timeline.on(0.3), 2);
}

async function register(
  stage: Stage,
  beneficiary: (typeof directBeneficiaries)[number],
): Promise<DemonstrationOrganisation> {
  const representative = stage.cast.get(beneficiary.owner);
  const municipality = stage.municipalities.find(({ nis }) => nis === beneficiary.place) as Municipality;
  stage.organisations += 1;
  const language = representative.person.language;
  const { id } = await stage.client.call(
    contract.createOrganisation,
    {
      body: {
        enterpriseNumber: fictionalNumber(stage.organisations),
        name: beneficiary.name,
        legalForm: '017',
        street: language === 'nl' ? 'Stationsplein 1' : language === 'fr' ? 'Place de la Gare 1' : 'Bahnhofsplatz 1',
        postalCode: '1000',
        municipalityNis: municipality.nis,
        language,
        website: null,
        purpose: beneficiary.purpose,
      },
    },
    representative,
  );
  return { id, name: beneficiary.name, municipality, language, representative };
}
