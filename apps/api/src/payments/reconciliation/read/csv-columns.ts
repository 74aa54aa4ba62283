import { unreadable } from './faults.js';

/** The columns that a file of movements may have; other columns are left aside. */
export type StatementColumn =
  | 'account'
  | 'statement'
  | 'booked'
  | 'value'
  | 'amount'
  | 'currency'
  | 'balance'
  | 'bank_reference'
  | 'end_to_end'
  | 'counterparty_account'
  | 'counterparty_name'
  | 'structured'
  | 'communication';

/** Headers that banks in Belgium give these columns, in the four languages, without accents and signs. */
const words: Record<StatementColumn, readonly string[]> = {
  account: ['account', 'rekening', 'rekeningnummer', 'compte', 'numero_de_compte', 'konto', 'kontonummer', 'iban'],
  statement: [
    'statement',
    'statement_number',
    'afschrift',
    'afschriftnummer',
    'uittreksel',
    'uittrekselnummer',
    'extrait',
    'numero_d_extrait',
    'numero_de_l_extrait',
    'kontoauszug',
    'auszugsnummer',
  ],
  booked: [
    'date',
    'booking_date',
    'datum',
    'boekingsdatum',
    'boekingsdag',
    'date_de_comptabilisation',
    'date_comptable',
    'date_d_execution',
    'buchungsdatum',
    'buchungstag',
  ],
  value: ['value_date', 'valutadatum', 'valuta', 'date_valeur', 'date_de_valeur', 'wertstellung', 'wertdatum'],
  amount: ['amount', 'bedrag', 'montant', 'betrag'],
  currency: ['currency', 'munt', 'muntsoort', 'devise', 'wahrung'],
  balance: ['balance', 'saldo', 'solde', 'kontostand'],
  bank_reference: ['reference', 'bank_reference', 'referentie', 'reference_banque', 'referenz', 'transactienummer'],
  end_to_end: ['end_to_end', 'end_to_end_id', 'endtoendid', 'e2e'],
  counterparty_account: [
    'counterparty_account',
    'rekening_tegenpartij',
    'rekeningnummer_tegenpartij',
    'compte_contrepartie',
    'compte_de_la_contrepartie',
    'numero_de_compte_contrepartie',
    'konto_gegenpartei',
    'gegenkonto',
  ],
  counterparty_name: [
    'counterparty',
    'counterparty_name',
    'naam_tegenpartij',
    'tegenpartij',
    'nom_contrepartie',
    'nom_de_la_contrepartie',
    'contrepartie',
    'name_gegenpartei',
    'gegenpartei',
  ],
  structured: [
    'structured_communication',
    'gestructureerde_mededeling',
    'communication_structuree',
    'strukturierte_mitteilung',
  ],
  communication: [
    'communication',
    'mededeling',
    'mededelingen',
    'vrije_mededeling',
    'communication_libre',
    'mitteilung',
    'freie_mitteilung',
    'verwendungszweck',
  ],
};

const columnOfWord = new Map(
  Object.entries(words).flatMap(([column, each]) => each.map((word) => [word, column as StatementColumn] as const)),
);

/** 'Libellé (FR)' -> 'libelle_fr': how words of people are compared with words of ours. */
function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}

export const columnOf = (header: string): StatementColumn | null => columnOfWord.get(plainWord(header)) ?? null;

const required = ['account', 'booked', 'amount', 'balance'] as const;

/** The place of each column. Throws when one stands twice, or when one is missing without which nothing can be checked. */
export function placesOf(header: readonly string[]): Map<StatementColumn, number> {
  const places = new Map<StatementColumn, number>();
  for (const [place, name] of header.entries()) {
    const column = columnOf(name);
    if (column !== null && places.has(column)) throw unreadable(`column-twice-${column}`, 1);
    if (column !== null) places.set(column, place);
  }
  const missing = required.find((column) => !places.has(column));
  if (missing !== undefined) throw unreadable(`column-missing-${missing}`, 1);
  return places;
}
