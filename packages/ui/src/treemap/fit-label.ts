export interface FittedLabel {
  readonly lines: readonly string[];
  /** Empty when there is room for the name only. */
  readonly amount: string;
  readonly fontSize: number;
}

export const labelPadding = 9;
export const lineHeight = 1.2;

/**
 * Mean advance widths of the text face at semi-bold, in em, a little on the wide side: the server has no canvas to
 * measure with, and a label that is left out harms less than one that runs over its edge.
 */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[ilj.,:;'|!\u00a0 ]/.test(character)) width += 0.27;
    else if (/[mwMW%—]/.test(character)) width += 0.84;
    else if (/[A-Z€ÄÖÜÉ]/.test(character)) width += 0.6;
    else width += 0.53;
  }
  return width;
}

/** The words on lines of at most this width; null when one word alone is wider. */
export function wrap(label: string, widthEm: number): string[] | null {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    if (widthOf(word) > widthEm) return null;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= widthEm) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The largest of the sizes in which the label, and if possible the amount under it, stand inside the box; else null. */
export function fitLabel(
  label: string,
  amount: string,
  box: { readonly width: number; readonly height: number },
  sizes: readonly number[],
): FittedLabel | null {
  const room = box.width - 2 * labelPadding;
  for (const withAmount of amount === '' ? [false] : [true, false]) {
    for (const fontSize of sizes) {
      const lines = wrap(label, room / fontSize);
      if (lines === null || lines.length > 4) continue;
      if (withAmount && widthOf(amount) > room / fontSize) continue;
      const height = (lines.length + (withAmount ? 1 : 0)) * fontSize * lineHeight + labelPadding;
      if (height <= box.height) return { lines, amount: withAmount ? amount : '', fontSize };
    }
  }
  return null;
}

/** As many whole words of the label as stand on one line, with dots for the rest; empty where not even one does. */
export function fitLine(label: string, width: number, fontSize: number): string {
  const room = width / fontSize;
  if (widthOf(label) <= room) return label;
  const words = label.split(/\s+/);
  while (words.length > 1) {
    words.pop();
    const text = `${words.join(' ')}…`;
    if (widthOf(text) <= room) return text;
  }
  return '';
}
