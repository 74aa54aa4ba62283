import { ledger } from '@commonlot/contracts';
import { monthEndsAt, monthsOfYear } from '@commonlot/domain';
import type { Stage } from './stage.js';

/** What was closed: months of the year that is played, and a year that is over. */
export async function sceneClosings(stage: Stage): Promise<void> {
  await sceneMonths(stage);
  await sceneYear(stage);
}

/** The months that were over by then; those after it are still to be closed. */
async function sceneMonths(stage: Stage): Promise<void> {
  const { client, cast, timeline } = stage;
  const now = timeline.at(0.71);
  stage.clock(now);
  const over = monthsOfYear.filter((month) => monthEndsAt(timeline.year, month) <= now);
  for (const month of over)
    await client.call(
      ledger.closeMonth,
      { params: { year: timeline.year as never }, body: { month } },
      cast.get('controller'),
    );
}

/**
 * The oldest year of the ledger, whose plan is definitive: its months are closed, its closing was sent back once, and
 * waits for a minister again. Of its payments the demonstration knows nothing, so that all of it goes back to the source.
 */
async function sceneYear(stage: Stage): Promise<void> {
  const { client, cast, timeline } = stage;
  const params = { year: 2008 as never };
  stage.clock(timeline.at(0.715));
  for (const month of monthsOfYear)
    await client.call(ledger.closeMonth, { params, body: { month } }, cast.get('controller'));
  const { balances } = await client.call(ledger.readYearClosing, { params }, cast.get('controller'));
  const destinations = balances.map(({ lineId, availableCents }) => ({
    lineId,
    amountCents: availableCents,
    toLineId: null,
  }));
  const prepare = (decisionReference: string) =>
    client.call(
      ledger.prepareYearClosing,
      { params, body: { decisionReference, destinations } as never },
      cast.get('controller'),
    );
  const { id: closingId, revision } = await prepare('Demonstratie: afsluiting van 2008');
  stage.clock(timeline.at(0.717));
  const reason = 'Précisez dans la référence que les paiements de 2008 ne figurent pas dans ce système.';
  await client.call(
    ledger.sendBackYearClosing,
    { params: { closingId }, body: { revision, reason } },
    cast.get('minister-deputy'),
  );
  stage.clock(timeline.at(0.719));
  await prepare('Demonstratie: afsluiting van 2008, zonder betalingen in dit systeem');
}
