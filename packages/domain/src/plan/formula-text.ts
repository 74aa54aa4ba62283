import type { FormulaBase, LineFormula } from './plan-line.js';
import { parseRatio } from './ratio.js';

/**
 * A formula as one line of text, the same in every language, so that a spreadsheet can carry it:
 * `share 0.2744 of total less 1.1 1.2`, `rest of 1.1 less 1.1.1`, `balance`. No formula is the empty text.
 * It begins with a letter: no spreadsheet takes it for a formula of its own.
 */
export function formulaText(formula: LineFormula | null | undefined): string {
  if (!formula) return '';
  if (formula.kind === 'balance') return 'balance';
  const less = formula.less.length === 0 ? '' : ` less ${formula.less.join(' ')}`;
  const key = formula.kind === 'share' ? `share ${formula.share.trim()}` : 'rest';
  return `${key} of ${formula.of}${less}`;
}

const shape = /^(?:share (?<share>\S+)|rest) of (?<base>\S+)(?: less (?<less>.+))?$/;
const codeShape = /^\d{1,4}(?:\.\d{1,4}){0,5}$/;
/** No longer list of codes is taken off by one formula. */
const mostCodes = 50;

/** Reads the text of `formulaText`, whatever the case of its letters and the width of its spaces; null if it is none. */
export function parseFormula(text: string): LineFormula | null {
  const plain = text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  if (plain === 'balance') return { kind: 'balance' };
  const groups = shape.exec(plain)?.groups;
  if (groups === undefined) return null;
  const { share, base = '', less: listed } = groups;
  const less = listed === undefined ? [] : listed.split(' ');
  if (!isBase(base) || less.length > mostCodes || !less.every((code) => codeShape.test(code))) return null;
  if (share === undefined) return { kind: 'rest', of: base, less };
  return parseRatio(share) === null ? null : { kind: 'share', of: base, less, share };
}

const isBase = (text: string): text is FormulaBase => text === 'total' || codeShape.test(text);
