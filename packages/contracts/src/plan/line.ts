import { lineKinds, mostCommitments, parseRatio, planSectors } from '@commonlot/domain';
import { z } from 'zod';
import {
  amountAboveZero,
  centsField,
  day,
  enterpriseNumber,
  id,
  localisedDraft,
  localisedShown,
  requiredText,
  text,
} from '../fields.js';
import { lineFigures } from '../ledger/index.js';

export const lineKind = z.enum(lineKinds);
const code = requiredText(40);
/** A code of the decree: numbers with points. */
export const decimalCode = z.string().regex(/^[0-9]{1,4}(?:\.[0-9]{1,4}){0,5}$/);
const formulaBase = { of: z.union([z.literal('total'), decimalCode]), less: z.array(decimalCode).max(50) };

/** How an amount follows from others: a share or the rest of a base, or what all other lines leave of the total. */
export const lineFormula = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share'),
    ...formulaBase,
    share: z
      .string()
      .max(16)
      .refine((value) => parseRatio(value) !== null)
      .meta({ description: "a decimal between 0 and 1: '0.2744' for 27.44 %" }),
  }),
  z.strictObject({ kind: z.literal('rest'), ...formulaBase }),
  z.strictObject({ kind: z.literal('balance') }),
]);

/** What an act promises to the line in the plan of a later year. */
export const lineCommitment = z.strictObject({
  year: z.int().min(1990).max(2130),
  amountCents: amountAboveZero,
  reference: requiredText(200),
});

/** The advice of the co-competent minister: whose, asked on, given on, and under which reference. */
export const lineAdvice = z.strictObject({
  adviser: requiredText(200),
  askedOn: day.nullable(),
  givenOn: day.nullable(),
  reference: text(200),
});

/** What a line says besides its place, its label and its amount. What is not sent is empty. */
const lineFacts = {
  formula: lineFormula.nullable(),
  sector: z.enum(planSectors).nullable(),
  /** Extra support for a sector that was hit hardest. */
  isExtraSupport: z.boolean(),
  /** The minister who takes part in carrying out the line (law of 19 April 2002, art. 23). */
  coMinister: text(200),
  /** Lines that this one continues: of last year, or of this year when lines are merged or split. */
  predecessorIds: z.array(id).max(50),
  /** Against plans of later years. */
  commitments: z.array(lineCommitment).max(mostCommitments),
  /** Only of a line that names a co-competent minister. */
  advice: lineAdvice.nullable(),
};

/** A line of a version as it is typed or read; `lineId` links it to the line of other versions. */
export const planLineInput = z.strictObject({
  lineId: id.nullable(),
  code,
  kind: lineKind,
  label: localisedDraft(400),
  amountCents: centsField.nullable(),
  isPm: z.boolean(),
  legalGround: text(500),
  beneficiaryNumber: enterpriseNumber.nullable(),
  formula: lineFacts.formula.default(null),
  sector: lineFacts.sector.default(null),
  isExtraSupport: lineFacts.isExtraSupport.default(false),
  coMinister: lineFacts.coMinister.default(''),
  predecessorIds: lineFacts.predecessorIds.default([]),
  commitments: lineFacts.commitments.default([]),
  advice: lineFacts.advice.default(null),
});

export const planLine = z.object({
  lineId: id,
  parentLineId: id.nullable(),
  code: z.string(),
  kind: lineKind,
  label: localisedShown,
  amountCents: centsField.nullable(),
  /** Of a heading: the sum of what stands under it; of another line its amount, zero for PM. */
  subtotalCents: centsField,
  isPm: z.boolean(),
  legalGround: z.string(),
  beneficiaryNumber: enterpriseNumber.nullable(),
  ...lineFacts,
  coMinister: z.string(),
  /** Null while the version is not in force. */
  figures: lineFigures.nullable(),
});
