import type { Cents, FileLanguage, LineKind, LocalDate, LocalisedText, PlanState } from '@commonlot/domain';

/** A line as the annex prints it, in the order of the decree. */
export interface ActLine {
  readonly code: string;
  readonly kind: LineKind;
  readonly label: LocalisedText;
  readonly amountCents: Cents | null;
  readonly isPm: boolean;
  /** Of a heading the sum of the lines under it. */
  readonly subtotalCents: Cents;
  readonly coMinister: string;
}

/** Advice or agreement that preceded the decree, where there was any: the decrees of most years name none. */
export interface ActStep {
  readonly kind: 'finance-advice' | 'budget-agreement';
  readonly on: LocalDate;
}

/** Everything that the decree of a version says. */
export interface PlanAct {
  readonly year: number;
  readonly number: number;
  readonly stage: 'provisional' | 'definitive';
  readonly state: PlanState;
  readonly totalCents: Cents;
  readonly decreeReference: string | null;
  readonly decreeOn: LocalDate | null;
  readonly accountsReference: string | null;
  readonly steps: readonly ActStep[];
  readonly lines: readonly ActLine[];
  /** Since when the version is as it is. */
  readonly changedAt: Date;
  readonly isDemonstration: boolean;
}

/** The languages of a document: the legal form is bilingual, German stands alone. */
export type ActLanguages = readonly [FileLanguage, ...FileLanguage[]];

/** A decree was signed: what is printed before that is a draft, and says so. */
export const isDraft = ({ state }: Pick<PlanAct, 'state'>) => state !== 'in-force' && state !== 'superseded';
