import type { FileLanguage } from '../language.js';
import { defineLifecycle } from '../lifecycle.js';
import type { Cents } from '../money.js';
import { type LineKind, takesDirectFiles } from '../plan/index.js';
import { Problem } from '../problem.js';
import { type Act, actBlockers } from './act.js';
import { isReason } from './decision.js';

/** A grant without a call: no jury, but a file, a decision with reasons, payments and proof like any other. */
export const directFileLifecycle = defineLifecycle(
  {
    draft: { propose: 'proposed', discard: 'discarded' },
    proposed: { award: 'awarded', refuse: 'refused', sendBack: 'draft' },
    awarded: {},
    refused: {},
    discarded: {},
  },
  'draft',
);
export type DirectFileState = (typeof directFileLifecycle)['states'][number];

/** Kinds of lines whose beneficiary the law, the King or the plan names: those that take a file without a call. */
const namedKinds: readonly LineKind[] = ['nominative', 'special-contribution', 'statutory-named'];

/**
 * True when a direct file of that organisation may draw on the line: a line that names its beneficiary, and names nobody
 * else by enterprise number.
 */
export function lineFitsOrganisation(
  line: { readonly kind: LineKind; readonly beneficiaryNumber: string | null },
  enterpriseNumber: string,
): boolean {
  return namedKinds.includes(line.kind) && (line.beneficiaryNumber ?? enterpriseNumber) === enterpriseNumber;
}

export interface DirectFileFacts {
  readonly state: DirectFileState;
  readonly lineKind: LineKind;
  /** A PM line has no amount, and nothing can be granted from it until a later version of the plan gives it one. */
  readonly lineIsPm: boolean;
  readonly availableCents: Cents;
  readonly organisationId: string | null;
  readonly purpose: string;
  readonly amountCents: Cents | null;
  readonly reason: string;
  readonly language: FileLanguage | null;
  readonly proposedById: string | null;
  readonly act: Act | null;
}

export type DirectFileBlocker =
  | 'line-takes-no-direct-files'
  | 'line-without-amount'
  | 'organisation-missing'
  | 'purpose-missing'
  | 'amount-missing'
  | 'amount-above-available'
  | 'reason-missing'
  | 'language-missing';

/** Why a direct file cannot be proposed or awarded; empty means that it can. */
export function directFileBlockers(file: Omit<DirectFileFacts, 'state' | 'act' | 'proposedById'>): DirectFileBlocker[] {
  const blockers: DirectFileBlocker[] = [];
  if (!takesDirectFiles(file.lineKind)) blockers.push('line-takes-no-direct-files');
  if (file.lineIsPm) blockers.push('line-without-amount');
  if (file.organisationId === null) blockers.push('organisation-missing');
  if (file.purpose.trim() === '') blockers.push('purpose-missing');
  if (file.amountCents === null || file.amountCents <= 0) blockers.push('amount-missing');
  else if (file.amountCents > file.availableCents) blockers.push('amount-above-available');
  if (!isReason(file.reason)) blockers.push('reason-missing');
  if (file.language === null) blockers.push('language-missing');
  return blockers;
}

/** Proposes a direct file, or throws 'decision.incomplete' with every blocker. */
export function proposeDirectFile(file: DirectFileFacts, personId: string) {
  const state = directFileLifecycle.next(file.state, 'propose');
  const blockers = directFileBlockers(file);
  if (blockers.length > 0) throw new Problem('decision.incomplete', { blockers });
  return { state, proposedById: personId };
}

/** Decides a direct file. Four eyes: 'decision.same-person' for whoever proposed it. A refusal needs its reason too. */
export function decideDirectFile(file: DirectFileFacts, outcome: 'award' | 'refuse', personId: string) {
  const state = directFileLifecycle.next(file.state, outcome);
  if (file.proposedById === personId) throw new Problem('decision.same-person');
  // What was available may be gone since the proposal; that is no ground to hold up a refusal.
  const blockers = directFileBlockers(file).filter(
    (blocker) => outcome === 'award' || blocker === 'reason-missing' || blocker === 'language-missing',
  );
  if (blockers.length > 0) throw new Problem('decision.incomplete', { blockers });
  const actMissing = file.act === null ? ['act-missing'] : actBlockers(file.act, outcome);
  const amountDiffers = outcome === 'award' && file.act !== null && file.act.amountCents !== file.amountCents;
  const actFaults = amountDiffers ? [...actMissing, 'amount-differs'] : actMissing;
  if (actFaults.length > 0) throw new Problem('act.incomplete', { blockers: actFaults });
  return { state, decidedById: personId };
}
