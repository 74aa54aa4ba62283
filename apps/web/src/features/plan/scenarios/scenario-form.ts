import { fields } from '@commonlot/contracts';
import {
  cents,
  type Language,
  mostAdjustments,
  type PlanSector,
  parseEuros,
  planSectors,
  type ScenarioAdjustment,
} from '@commonlot/domain';
import { euroText } from '@commonlot/ui';
import { z } from 'zod';
import { percentText } from './scenario-plan';

export type AdjustmentKind = ScenarioAdjustment['kind'];
export const adjustmentKinds = ['total', 'index', 'sector', 'line', 'absorb'] as const satisfies AdjustmentKind[];

/** An adjustment as it is typed; each kind reads its own fields. */
export interface TypedAdjustment {
  readonly kind: AdjustmentKind;
  readonly percent: string;
  readonly codes: string[];
  readonly sector: string;
  readonly code: string;
  readonly amount: string;
}

export interface ScenarioAnswers {
  readonly name: string;
  readonly adjustments: TypedAdjustment[];
}

export const emptyAdjustment = (kind: AdjustmentKind): TypedAdjustment => ({
  kind,
  percent: '',
  codes: [],
  sector: '',
  code: '',
  amount: '',
});

/** Reads a percentage with at most two decimals as hundredths of a per cent; null if it is none or out of bounds. */
export function parsePercent(text: string): number | null {
  const match = /^([+-]?) ?(\d{1,3})(?:[.,](\d{1,2}))? ?%?$/.exec(
    text.trim().replace('\u2212', '-').replace(/\s/g, ' '),
  );
  if (match === null) return null;
  const amount = Number(`${match[2]}${(match[3] ?? '').padEnd(2, '0')}`);
  const basisPoints = match[1] === '-' && amount !== 0 ? -amount : amount;
  return basisPoints > -10_000 && basisPoints <= 10_000 ? basisPoints : null;
}

export function typedAdjustment(adjustment: ScenarioAdjustment, language: Language): TypedAdjustment {
  const typed = emptyAdjustment(adjustment.kind);
  switch (adjustment.kind) {
    case 'total':
      return { ...typed, percent: percentText(adjustment.basisPoints).replace(/\s%/, '') };
    case 'index':
      return { ...typed, percent: percentText(adjustment.basisPoints).replace(/\s%/, ''), codes: adjustment.codes };
    case 'sector':
      return { ...typed, sector: adjustment.sector, amount: euroText(adjustment.amountCents, language) };
    case 'line':
      return { ...typed, code: adjustment.code, amount: euroText(adjustment.amountCents, language) };
    case 'absorb':
      return typed;
  }
}

type Missing = keyof Omit<TypedAdjustment, 'kind'>;
type Read = { readonly adjustment: ScenarioAdjustment } | { readonly missing: Missing[] };

/** The adjustment that was typed, or the fields of it that cannot be read yet. */
export function readAdjustment({ kind, ...typed }: TypedAdjustment): Read {
  const basisPoints = parsePercent(typed.percent);
  const amountCents = parseEuros(typed.amount);
  const isSector = (text: string): text is PlanSector => planSectors.some((sector) => sector === text);
  const missing: Missing[] = [];
  if ((kind === 'total' || kind === 'index') && basisPoints === null) missing.push('percent');
  if (kind === 'index' && typed.codes.length === 0) missing.push('codes');
  if (kind === 'sector' && !isSector(typed.sector)) missing.push('sector');
  if (kind === 'line' && typed.code === '') missing.push('code');
  const isBelow = kind === 'line' && (amountCents ?? 0) < 0;
  if ((kind === 'sector' || kind === 'line') && (amountCents === null || isBelow)) missing.push('amount');
  if (missing.length > 0) return { missing };
  const [points, amount] = [basisPoints ?? 0, amountCents ?? cents(0)];
  switch (kind) {
    case 'total':
      return { adjustment: { kind, basisPoints: points } };
    case 'index':
      return { adjustment: { kind, codes: typed.codes, basisPoints: points } };
    case 'sector':
      return { adjustment: { kind, sector: typed.sector as PlanSector, amountCents: amount } };
    case 'line':
      return { adjustment: { kind, code: typed.code, amountCents: amount } };
    case 'absorb':
      return { adjustment: { kind, how: 'proportional' } };
  }
}

const problemOf: Record<Missing, string> = {
  percent: 'plan:scenario.form.percentWrong',
  codes: 'plan:scenario.form.codesMissing',
  sector: 'form.error.required',
  code: 'form.error.required',
  amount: 'form.error.amount',
};

const text = z.string();
const typed = z.object({
  kind: z.enum(adjustmentKinds),
  percent: text,
  codes: z.array(text),
  sector: text,
  code: text,
  amount: text,
});

const name = fields.nameText(100);
const nameField = text.superRefine((value, context) => {
  if (value.trim() === '') context.addIssue({ code: 'custom', message: 'form.error.required' });
  else if (!name.safeParse(value).success) context.addIssue({ code: 'custom', message: 'form.error.tooLong' });
});

export const nameForm = z.object({ name: nameField });

export const scenarioForm = z.object({
  name: nameField,
  adjustments: z
    .array(
      typed.superRefine((value, context) => {
        const read = readAdjustment(value);
        for (const field of 'missing' in read ? read.missing : []) {
          context.addIssue({ code: 'custom', path: [field], message: problemOf[field] });
        }
      }),
    )
    .max(mostAdjustments),
});

/** The adjustments that can be read, each with its place in the form; what is half typed waits. */
export function readableAdjustments(rows: readonly TypedAdjustment[]) {
  return rows.flatMap((row, place) => {
    const read = readAdjustment(row);
    return 'adjustment' in read ? [{ place, adjustment: read.adjustment }] : [];
  });
}
