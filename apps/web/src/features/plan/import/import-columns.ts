/** The columns that the reader of files knows. */
export const importColumns = [
  'code',
  'kind',
  'label_nl',
  'label_fr',
  'label_de',
  'label_en',
  'amount',
  'pm',
  'legal_ground',
  'beneficiary',
  'formula',
  'sector',
  'extra_support',
  'co_minister',
  'line',
  'predecessors',
  'commitments',
  'advice_of',
  'advice_asked_on',
  'advice_given_on',
  'advice_reference',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** An empty table with the names of the columns and two lines to show how it is meant; UTF-8 with its mark, for Excel. */
export function templateCsv(): string {
  const example = [
    ['1', 'heading', 'Rubriek', 'Rubrique', 'Rubrik', 'Heading'],
    ['1.1', 'nominative', 'Lijn', 'Ligne', 'Posten', 'Line', '1000,00'],
  ].map((cells) => importColumns.map((_, place) => cells[place] ?? ''));
  return `\ufeff${[importColumns, ...example].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}
