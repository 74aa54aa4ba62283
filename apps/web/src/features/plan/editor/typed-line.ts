import type { plan, RequestOf } from '@commonlot/contracts';
import {
  byCodes,
  byKeys,
  cents,
  isLocalDate,
  type Language,
  type LineAdvice,
  type LineCommitment,
  type LineFormula,
  type LineKind,
  type PlanSector,
  parseEnterpriseNumber,
  parseEuros,
} from '@commonlot/domain';
import { euroText } from '@commonlot/ui';
import type { PlanLine, PlanVersion } from '../plan-state';

/** A commitment against a later plan, as it is typed. */
export interface TypedCommitment {
  readonly year: string;
  readonly amount: string;
  readonly reference: string;
}

/** Advice as it is typed; without an adviser there is none. */
export interface TypedAdvice {
  readonly adviser: string;
  readonly askedOn: string;
  readonly givenOn: string;
  readonly reference: string;
}

/** A line as it stands in the editor: what was typed stays as it was typed, also where it cannot be read. */
export interface TypedLine {
  readonly key: string;
  readonly lineId: string | null;
  readonly code: string;
  readonly kind: LineKind;
  /** A kind that was pasted and is none; empty otherwise. */
  readonly unreadKind: string;
  readonly labelNl: string;
  readonly labelFr: string;
  readonly labelDe: string;
  readonly labelEn: string;
  readonly amount: string;
  readonly isPm: boolean;
  readonly legalGround: string;
  readonly beneficiary: string;
  /** Names lines by their keys. */
  readonly formula: LineFormula | null;
  readonly sector: PlanSector | null;
  readonly isExtraSupport: boolean;
  readonly coMinister: string;
  readonly predecessorIds: readonly string[];
  readonly commitments: readonly TypedCommitment[];
  readonly advice: TypedAdvice;
}

/** The total and the lines of a draft as they are typed. */
export interface Draft {
  readonly total: string;
  readonly lines: readonly TypedLine[];
}

export type LabelField = 'labelNl' | 'labelFr' | 'labelDe' | 'labelEn';
export const labelFields: Record<Language, LabelField> = {
  nl: 'labelNl',
  fr: 'labelFr',
  de: 'labelDe',
  en: 'labelEn',
};

/** Fields of which one says how another is meant: whoever changes one must see what the other did to the rest. */
export const fieldsTogether = [['kind', 'unreadKind', 'amount', 'isPm', 'formula']] as const;

export const noAdvice: TypedAdvice = { adviser: '', askedOn: '', givenOn: '', reference: '' };

const typedLine = (line: PlanLine, language: Language): TypedLine => ({
  key: line.lineId,
  lineId: line.lineId,
  code: line.code,
  kind: line.kind,
  unreadKind: '',
  labelNl: line.label.nl,
  labelFr: line.label.fr,
  labelDe: line.label.de ?? '',
  labelEn: line.label.en ?? '',
  amount: line.amountCents === null ? '' : euroText(line.amountCents, language),
  isPm: line.isPm,
  legalGround: line.legalGround,
  beneficiary: line.beneficiaryNumber ?? '',
  formula: line.formula,
  sector: line.sector,
  isExtraSupport: line.isExtraSupport,
  coMinister: line.coMinister,
  predecessorIds: line.predecessorIds,
  commitments: line.commitments.map(({ year, amountCents, reference }) => ({
    ...{ year: String(year), amount: euroText(amountCents, language), reference },
  })),
  advice:
    line.advice === null
      ? noAdvice
      : { ...line.advice, askedOn: line.advice.askedOn ?? '', givenOn: line.advice.givenOn ?? '' },
});

/** A version as a draft that can be typed in, in the separators of the screen. */
export const draftOf = (version: PlanVersion, language: Language): Draft => ({
  total: euroText(version.totalCents, language),
  lines: byKeys(version.lines.map((line) => typedLine(line, language))),
});

/** A line without words or amount. */
export const blankLine = (key: string, code = ''): TypedLine => ({
  key,
  lineId: null,
  code,
  kind: 'nominative',
  unreadKind: '',
  labelNl: '',
  labelFr: '',
  labelDe: '',
  labelEn: '',
  amount: '',
  isPm: false,
  legalGround: '',
  beneficiary: '',
  formula: null,
  sector: null,
  isExtraSupport: false,
  coMinister: '',
  predecessorIds: [],
  commitments: [],
  advice: noAdvice,
});

/** What an amount cell means: "PM", an amount written as the page writes it, or the text as it stands. */
export function amountPart(text: string, language: Language): Pick<TypedLine, 'amount' | 'isPm'> {
  if (/^p\.?m\.?$/i.test(text.trim())) return { amount: '', isPm: true };
  const amount = parseEuros(text);
  return { amount: amount === null ? text.trim() : euroText(amount, language), isPm: false };
}

/** The commitments of a line as they are meant; what cannot be read yet is zero. */
export const readCommitments = ({ commitments }: TypedLine): LineCommitment[] =>
  commitments.map(({ year, amount, reference }) => ({
    year: /^\d{4}$/.test(year.trim()) ? Number(year) : 0,
    amountCents: parseEuros(amount) ?? cents(0),
    reference: reference.trim(),
  }));

/** The advice about a line; none where it names no minister or nobody was named who gives it. */
export function readAdvice({ coMinister, advice }: TypedLine): LineAdvice | null {
  if (coMinister.trim() === '' || advice.adviser.trim() === '') return null;
  const dayOf = (text: string) => (isLocalDate(text) ? text : null);
  const { adviser, askedOn, givenOn, reference } = advice;
  return { adviser: adviser.trim(), askedOn: dayOf(askedOn), givenOn: dayOf(givenOn), reference: reference.trim() };
}

type Body = RequestOf<typeof plan.savePlanLines>['body'];

/** The lines as the contract wants them. Call it only when no fault is left that a draft may not have. */
export function bodyLines(lines: readonly TypedLine[]): Body['lines'] {
  return byCodes(lines).map((line) => ({
    lineId: line.lineId,
    code: line.code.trim(),
    kind: line.kind,
    label: { nl: line.labelNl, fr: line.labelFr, de: line.labelDe, en: line.labelEn },
    amountCents: line.kind === 'heading' || (line.isPm && !line.formula) ? null : (parseEuros(line.amount) ?? cents(0)),
    isPm: line.isPm && line.kind !== 'heading' && !line.formula,
    legalGround: line.legalGround,
    beneficiaryNumber: parseEnterpriseNumber(line.beneficiary),
    formula: line.formula,
    sector: line.sector,
    isExtraSupport: line.isExtraSupport,
    coMinister: line.coMinister,
    predecessorIds: [...line.predecessorIds],
    commitments: readCommitments(line),
    advice: readAdvice(line),
  }));
}
