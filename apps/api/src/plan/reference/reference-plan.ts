import type { plan as contract, RequestOf } from '@commonlot/contracts';
import { type Cents, cents, type LineKind, type LocalDate } from '@commonlot/domain';

type LineInput = RequestOf<typeof contract.savePlanLines>['body']['lines'][number];

/** A plan as data, ready for `createPlanVersion` (the head) and `savePlanLines` (the lines). */
export interface ReferencePlan {
  readonly year: number;
  readonly stage: 'provisional' | 'definitive';
  readonly totalCents: Cents;
  readonly source: string;
  readonly decreeReference: string;
  readonly decreeOn: LocalDate;
  /** Of a definitive plan. */
  readonly accountsReference?: string;
  readonly lines: readonly LineInput[];
}

/** Words of a line. Where a source prints one language only, its label stands for the other too; a comment says so. */
export interface Label {
  readonly nl: string;
  readonly fr: string;
  readonly de?: string;
  readonly en?: string;
}

export const euros = (amount: number): Cents => cents(amount * 100);

/** One label for both languages, because the source prints only one. */
export const inOneLanguage = (label: string): Label => ({ nl: label, fr: label });

const blank = { lineId: null, isPm: false, beneficiaryNumber: null };

export const heading = (code: string, label: Label): LineInput => ({
  ...blank,
  code,
  kind: 'heading',
  label,
  amountCents: null,
  legalGround: '',
});

/** A line with an amount in whole euros, as the decrees print them. */
export const line = (code: string, kind: LineKind, amount: number, label: Label, legalGround = ''): LineInput => ({
  ...blank,
  code,
  kind,
  label,
  amountCents: euros(amount),
  legalGround,
});

/** A line "pour mémoire": it exists and has no amount. */
export const pmLine = (code: string, kind: LineKind, label: Label, legalGround = ''): LineInput => ({
  ...blank,
  code,
  kind,
  label,
  amountCents: null,
  isPm: true,
  legalGround,
});

/** The grounds, cited in both languages as the acts do. */
export const specialLaw = 'Bijzondere wet / Loi spéciale 16.01.1989, art. 62bis';
export const article22 = 'Wet / Loi 19.04.2002, art. 22';
export const article24 = 'Wet / Loi 19.04.2002, art. 24';
