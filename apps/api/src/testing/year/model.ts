/**
 * What must be true of the year, kept from acknowledged answers only. It shares no code with the product: its money is
 * added up from what people did, and not from postings; at the end the two are compared.
 */
export interface LineModel {
  readonly id: string;
  readonly code: string;
  readonly takes: 'calls' | 'files';
  allocatedCents: number;
}

export interface VersionModel {
  readonly id: string;
  readonly number: number;
  readonly drafter: string;
  /** What it gives to each line, by the code of the line. */
  readonly amounts: ReadonlyMap<string, number>;
  state: 'draft' | 'submitted' | 'approved' | 'in-force' | 'superseded';
  submitter: string;
}

export interface CallModel {
  readonly id: string;
  readonly number: string;
  readonly line: LineModel;
  readonly officer: string;
  readonly envelopeCents: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly criteria: readonly { readonly id: string; readonly maxScore: number }[];
  state: 'draft' | 'published' | 'settled' | 'cancelled' | 'discarded';
  /** What signatures took out of the envelope; what lapses later goes to the line and not back to the call. */
  drawnCents: number;
}

interface ReceiptModel {
  readonly number: string;
  readonly submittedAt: string;
  readonly contentHash: string;
}

export interface ApplicationModel {
  readonly id: string;
  readonly call: CallModel;
  readonly organisation: OrganisationModel;
  state:
    | 'draft'
    | 'submitted'
    | 'admitted'
    | 'excluded'
    | 'awarded'
    | 'refused'
    | 'exclusion-confirmed'
    | 'withdrawn'
    | 'discarded';
  requestedCents: number;
  title: string;
  /** The receipts of all answers that acknowledged the submission: they must be one and the same. */
  readonly receipts: ReceiptModel[];
  readonly reviewers: AssignmentModel[];
}

export interface AssignmentModel {
  readonly id: string;
  readonly reviewer: string;
  state: 'assigned' | 'accepted' | 'conflicted' | 'sent';
}

export interface OrganisationModel {
  readonly id: string;
  readonly representative: string;
  readonly viewer: string;
  verifiedIban: string | null;
  proposed: { readonly id: string; readonly iban: string; readonly by: string } | null;
}

export interface DirectFileModel {
  readonly id: string;
  readonly line: LineModel;
  readonly organisation: OrganisationModel;
  readonly requestedCents: number;
  /** Whoever wrote or proposed it. */
  readonly authors: Set<string>;
  state: 'draft' | 'proposed' | 'awarded' | 'refused';
}

export interface DecisionModel {
  readonly id: string;
  readonly application: ApplicationModel | null;
  readonly file: DirectFileModel | null;
  readonly organisation: OrganisationModel;
  number: string;
  outcome: 'award' | 'refuse' | 'exclude';
  amountCents: number;
  isLapsed: boolean;
}

export interface BatchModel {
  readonly id: string;
  readonly call: CallModel | null;
  readonly line: LineModel;
  state: 'draft' | 'prepared' | 'signed' | 'released' | 'discarded';
  /** Whoever began it or handed it over, and the authors of its files: none of them signs it. */
  readonly drafters: Set<string>;
  decisions: DecisionModel[];
}

export interface PaymentModel {
  readonly id: string;
  readonly batch: BatchModel;
  readonly decision: DecisionModel;
  readonly amountCents: number;
  state: 'planned' | 'prepared' | 'approved' | 'paid' | 'cancelled';
  /** The account that was verified when it was prepared: the money may go nowhere else. */
  iban: string | null;
  preparer: string;
}

export interface Figures {
  readonly allocatedCents: number;
  readonly reservedCents: number;
  readonly committedCents: number;
  readonly paidCents: number;
  readonly availableCents: number;
}

export class Model {
  readonly lines: LineModel[] = [];
  readonly versions: VersionModel[] = [];
  readonly organisations: OrganisationModel[] = [];
  readonly calls: CallModel[] = [];
  readonly applications: ApplicationModel[] = [];
  readonly files: DirectFileModel[] = [];
  readonly batches: BatchModel[] = [];
  readonly payments: PaymentModel[] = [];

  figures(line: LineModel): Figures {
    const calls = this.calls.filter((call) => call.line === line && call.state === 'published');
    const reservedCents = sum(calls, (call) => call.envelopeCents - call.drawnCents);
    const committedCents = sum(this.awards(line), ({ amountCents }) => amountCents);
    const paid = this.payments.filter(({ batch, state }) => batch.line === line && state === 'paid');
    const { allocatedCents } = line;
    const availableCents = allocatedCents - reservedCents - committedCents;
    return {
      allocatedCents,
      reservedCents,
      committedCents,
      paidCents: sum(paid, (one) => one.amountCents),
      availableCents,
    };
  }

  /** Awards that were signed and stand. */
  awards(line: LineModel): DecisionModel[] {
    const batches = this.batches.filter(
      ({ line: of, state }) => of === line && (state === 'signed' || state === 'released'),
    );
    return batches
      .flatMap(({ decisions }) => decisions)
      .filter(({ outcome, isLapsed }) => outcome === 'award' && !isLapsed);
  }

  /** What the signature of a batch would commit. */
  promised = (batch: BatchModel): number =>
    sum(
      batch.decisions.filter(({ outcome }) => outcome === 'award'),
      ({ amountCents }) => amountCents,
    );

  /** What a batch may commit: what is left of its call's envelope, or what is available on its line. */
  covered = (batch: BatchModel): number =>
    batch.call === null ? this.figures(batch.line).availableCents : batch.call.envelopeCents - batch.call.drawnCents;

  filesOf = (call: CallModel): ApplicationModel[] => this.applications.filter((one) => one.call === call);
}

/** Whether somebody acts for the organisation: nobody of the office handles what is their own. */
export const actsFor = (name: string, { representative, viewer }: OrganisationModel): boolean =>
  name === representative || name === viewer;

const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);
