import { printable, type Run, runsOf, type Weight } from './typefaces.js';

export interface Line {
  readonly runs: readonly Run[];
  readonly width: number;
}

/** Measures a run of one font, in points. */
export type Measure = (run: Run) => number;

/**
 * Breaks a text into lines of at most `width` points, at spaces and at the line ends that people typed. A word that is
 * wider than the line is cut between letters: nothing runs off the page.
 */
export function breakLines(text: string, weight: Weight, width: number, measure: Measure): Line[] {
  return printable(text)
    .split('\n')
    .flatMap((paragraph) => breakParagraph(paragraph.trimEnd(), weight, width, measure));
}

function breakParagraph(text: string, weight: Weight, width: number, measure: Measure): Line[] {
  const widthOf = (part: string) => runsOf(part, weight).reduce((sum, run) => sum + measure(run), 0);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const space = widthOf(' ');
  for (const word of text.split(' ').flatMap((whole) => cutWord(whole, width, widthOf))) {
    const wordWidth = widthOf(word);
    if (line !== '' && used + space + wordWidth > width) {
      lines.push(line);
      line = word;
      used = wordWidth;
    } else {
      used += line === '' ? wordWidth : space + wordWidth;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines.map((shown) => {
    const runs = runsOf(shown, weight);
    return { runs, width: runs.reduce((sum, run) => sum + measure(run), 0) };
  });
}

/** A word in pieces that fit; almost always the word itself. */
function cutWord(word: string, width: number, widthOf: (part: string) => number): string[] {
  if (widthOf(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && widthOf(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
