import type { organisations, ResponseOf } from '@commonlot/contracts';

export type Organisation = ResponseOf<typeof organisations.readOrganisation>;
