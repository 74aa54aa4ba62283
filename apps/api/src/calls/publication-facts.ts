import type { CallPublicationFacts, LineKind } from '@commonlot/domain';
import type { CallRow } from './call.entity.js';

type Facts = Pick<
  CallRow,
  | 'state'
  | 'title'
  | 'summary'
  | 'description'
  | 'eligibility'
  | 'opensAt'
  | 'closesAt'
  | 'envelopeCents'
  | 'maxAmountCents'
  | 'maxSharePercent'
  | 'criteria'
  | 'form'
>;

/** What the domain judges a publication by. The words of the criteria are part of what is published. */
export function publicationFacts(call: Facts, lineKind: LineKind | null): CallPublicationFacts {
  const { title, summary, description, eligibility } = call;
  const explanations = call.criteria.map((criterion) => [`criterion.${criterion.id}`, criterion.description] as const);
  return {
    ...call,
    texts: { title, summary, description, eligibility, ...Object.fromEntries(explanations) },
    criteria: call.criteria.map((criterion) => ({ ...criterion, name: criterion.title })),
    lineKind,
  };
}
