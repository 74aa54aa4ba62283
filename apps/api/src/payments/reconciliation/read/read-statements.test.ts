import { localDate, Problem } from '@commonlot/domain';
import { accountOfLottery, camt } from '../../../testing/given-statement.js';
import { readStatements } from './read-statements.js';

const today = localDate('2026-02-01');
const koor = 'BE68539007547034';
const read = (text: string | Buffer, name = 'statement.xml') => readStatements(name, Buffer.from(text), today);

/** The faults that a file is refused with, as [code, entry]. */
function faultsOf(text: string | Buffer, name = 'statement.xml'): [string, number | null][] {
  return wholeFaultsOf(text, name).map(({ code, entry }) => [code, entry]);
}
function wholeFaultsOf(text: string | Buffer, name = 'statement.xml') {
  try {
    read(text, name);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'bank-statement.invalid') throw error;
    return error.details['faults'] as { code: string; entry: number | null; line: number | null }[];
  }
  throw new Error('It was taken.');
}

const good = {
  id: 'S1',
  entries: [{ cents: 800_001, endToEndId: 'E2E', iban: koor, name: 'Koor & zang', reference: 'B1' }],
};

describe('camt.053', () => {
  test.each(['02', '08'] as const)('version %s is read with all that the bank tells of an entry', (version) => {
    const entries = [
      { ...good.entries[0], cents: 800_001, structured: '+++090/9337/55493+++' },
      { cents: 5, direction: 'CRDT' as const, name: 'Terug', communication: 'een\ntwee', iban: koor },
    ];
    const [statement] = read(camt({ ...good, version, entries, openingCents: -100 }));
    expect(statement).toMatchObject({
      account: accountOfLottery,
      reference: 'S1',
      fromOn: '2026-01-15',
      toOn: '2026-01-15',
      openingCents: -100,
      closingCents: -800_096,
    });
    expect(statement?.entries).toEqual([
      {
        position: 1,
        direction: 'out',
        amountCents: 800_001,
        bookedOn: '2026-01-15',
        valueOn: '2026-01-15',
        bankReference: 'B1',
        endToEndId: 'E2E',
        structured: '+++090/9337/55493+++',
        communication: '',
        counterpartyName: 'Koor & zang',
        counterpartyAccount: koor,
      },
      expect.objectContaining({
        position: 2,
        direction: 'in',
        endToEndId: '',
        communication: 'een twee',
        counterpartyName: 'Terug',
      }),
    ]);
  });

  test('several orders that the bank booked as one are entries of their own, and must add up to it', () => {
    const part = (amount: string, id: string) =>
      `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt></TxDtls>`;
    const parts = (...each: string[]) =>
      camt({ ...good, entries: [{ cents: 300 }] }).replace(/<TxDtls>[\s\S]*<\/TxDtls>/, each.join(''));
    const [statement] = read(parts(part('1.00', 'A'), part('2.00', 'B')));
    expect(statement?.entries.map(({ endToEndId, amountCents }) => [endToEndId, amountCents])).toEqual([
      ['A', 100],
      ['B', 200],
    ]);
    expect(wholeFaultsOf(parts(part('1.00', 'A'), part('1.99', 'B')))[0]).toMatchObject({
      code: 'parts-differ',
      entry: 1,
      differenceCents: 1,
    });
  });

  test('a statement that does not add up is refused with the difference', () => {
    expect(wholeFaultsOf(camt({ ...good, openingCents: 1_000_000, closingCents: 200_000 }))).toEqual([
      { code: 'balance-wrong', line: 4, entry: null, differenceCents: 1 },
    ]);
  });

  test('every fault is told by its entry, and one is enough to refuse the file', () => {
    const text = camt({ id: 'S1', entries: [{ cents: 1 }, { cents: 2 }, { cents: 3 }, { cents: 4, on: '2026-02-02' }] })
      .replace('<Amt Ccy="EUR">0.01', '<Amt Ccy="USD">0.01')
      .replace('>0.02<', '>0.021<')
      .replace(/BOOK(?![\s\S]*BOOK)/, 'PDNG');
    expect(faultsOf(text)).toEqual([
      ['currency', 1],
      ['amount-invalid', 2],
      ['not-booked', 4],
      ['balance-wrong', null],
      ['day-in-future', 4],
    ]);
  });

  test.each([
    [
      'an account that is none',
      (text: string) => text.replace(accountOfLottery, 'BE10000000000405'),
      'account-invalid',
    ],
    ['no opening balance', (text: string) => text.replace('OPBD', 'ITBD'), 'opening-missing'],
    ['no closing balance', (text: string) => text.replace('CLBD', 'ITBD'), 'closing-missing'],
    ['no name', (text: string) => text.replace('<Id>S1</Id>', '<Id> </Id>'), 'reference-missing'],
    [
      'a day that is none',
      (text: string) => text.replace('<BookgDt><Dt>2026-01-15', '<BookgDt><Dt>2026-02-30'),
      'day-invalid',
    ],
    ['no direction', (text: string) => text.replace('<CdtDbtInd>DBIT', '<CdtDbtInd>BOTH'), 'direction-invalid'],
    ['another message', (text: string) => text.replaceAll('camt.053', 'camt.054'), 'not-camt-053'],
    ['another version', (text: string) => text.replaceAll('001.08', '001.13'), 'not-camt-053'],
    ['no statement', (text: string) => text.replaceAll('Stmt>', 'Other>'), 'no-statement'],
  ])('a file with %s is refused', (_case, change, code) => {
    expect(faultsOf(change(camt(good))).map(([found]) => found)).toContain(code);
  });

  test('the same entry or statement twice in a file is refused', () => {
    expect(
      faultsOf(camt({ id: 'S1', entries: [good.entries[0], good.entries[0]].flatMap((each) => each ?? []) })),
    ).toEqual([['entry-twice', 2]]);
    expect(faultsOf(camt(good, good))).toEqual([['statement-twice', null]]);
  });
});

describe('a hostile file', () => {
  test.each([
    ['a document type', '<!DOCTYPE Document [<!ENTITY a "b">]>', 'doctype'],
    ['a document type from elsewhere', '<!DOCTYPE Document SYSTEM "http://localhost/x.dtd">', 'doctype'],
    ['an instruction that is not closed', '<?x', 'xml-malformed'],
  ])('with %s is refused', (_case, part, code) => {
    expect(faultsOf(camt(good).replace('<Document', `${part}<Document`))).toEqual([[code, null]]);
  });

  test('with an entity that nobody defined is refused', () => {
    expect(faultsOf(camt(good).replace('Koor', '&lol;'))).toEqual([['xml-malformed', null]]);
  });

  test('that nests deeply, says much or has very many elements is refused', () => {
    expect(faultsOf('<a>'.repeat(50_000))).toEqual([['too-deep', null]]);
    expect(faultsOf(camt(good).replace('Koor', 'K'.repeat(5_000)))).toEqual([['text-too-long', null]]);
    expect(faultsOf(`<Document>${'<a/>'.repeat(400_001)}</Document>`)).toEqual([['too-large', null]]);
  });

  test('with more entries than a statement can have is refused', () => {
    const text = camt({ id: 'S1', entries: [] }).replace('</Stmt>', `${'<Ntry/>'.repeat(10_001)}</Stmt>`);
    expect(faultsOf(text)).toEqual([['too-many-entries', null]]);
  });

  test('in another encoding, by its bytes or by its word, is refused', () => {
    expect(faultsOf(Buffer.from(camt(good).replace('Koor', 'Kœur é'), 'latin1'))).toEqual([['not-utf-8', null]]);
    expect(faultsOf(Buffer.from(`\ufeff${camt(good)}`, 'utf16le'))).toEqual([['not-utf-8', null]]);
    expect(faultsOf(camt(good).replace('UTF-8', 'ISO-8859-1'))).toEqual([['not-utf-8', null]]);
  });

  test.each(['', 'no xml', '<Document', '<a></b>', '\u0000', '<a/><b/>'])('that is no XML (%j) is refused', (text) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
  });

  test('of another kind is refused', () => {
    expect(() => read(camt(good), 'statement.pdf')).toThrow('file.type-refused');
  });

  test('that turns the direction of a name shows it plainly', () => {
    const [statement] = read(camt(good).replace('Koor', 'K\u202eoor'));
    expect(statement?.entries[0]?.counterpartyName).toBe('K oor & zang');
  });
});

describe('CSV', () => {
  const rows = (...each: string[]) => each.join('\r\n');
  const dutch =
    'Rekeningnummer;Afschriftnummer;Datum;Valuta;Bedrag;Munt;Saldo;Rekening tegenpartij;Naam tegenpartij;Vrije mededeling';

  test.each([
    [
      'Dutch, semicolons',
      `${dutch}\n${accountOfLottery};7;15/01/2026;16/01/2026;-8.000,01;EUR;1.000,00;${koor};Koor;X-P1`,
    ],
    [
      'French, commas',
      `Numéro de compte,Numéro d'extrait,Date comptable,Date valeur,Montant,Devise,Solde,Compte contrepartie,Nom contrepartie,Communication\n${accountOfLottery},7,15-01-2026,16-1-2026,"-8 000,01",EUR,"1 000,00",BE68 5390 0754 7034,Koor,X-P1`,
    ],
    [
      'German, tabs',
      `Kontonummer\tAuszugsnummer\tBuchungsdatum\tValuta\tBetrag\tWährung\tKontostand\tGegenkonto\tGegenpartei\tVerwendungszweck\n${accountOfLottery}\t7\t15.01.2026\t16.01.2026\t-8000,01\tEUR\t1000\t${koor}\tKoor\tX-P1`,
    ],
    [
      'English, with a byte order mark',
      `\ufeffAccount;Statement number;Booking date;Value date;Amount;Currency;Balance;Counterparty account;Counterparty;Communication\n${accountOfLottery};7;2026-01-15;2026-01-16;-8000.01;EUR;1000.00;${koor};Koor;X-P1`,
    ],
  ])('is read in %s', (_case, text) => {
    expect(read(text, 'x.csv')).toMatchObject([
      {
        account: accountOfLottery,
        reference: '7',
        openingCents: 900_001,
        closingCents: 100_000,
        entries: [
          {
            direction: 'out',
            amountCents: 800_001,
            bookedOn: '2026-01-15',
            valueOn: '2026-01-16',
            counterpartyAccount: koor,
            counterpartyName: 'Koor',
            communication: 'X-P1',
          },
        ],
      },
    ]);
  });

  const short = 'account;date;amount;balance;communication';
  const row = (day: string, amount: string, balance: string, text = '') =>
    `${accountOfLottery};${day};${amount};${balance};${text}`;

  test('with the newest row on top is turned round', () => {
    const text = rows(short, row('2026-01-16', '-2', '7', 'b'), row('2026-01-15', '-1', '9', 'a'));
    const [statement] = read(text, 'x.csv');
    expect(statement).toMatchObject({ openingCents: 1_000, closingCents: 700 });
    expect(statement?.entries.map(({ communication }) => communication)).toEqual(['a', 'b']);
  });

  test('whose balances do not follow is refused by row, with the difference', () => {
    const text = rows(
      short,
      row('2026-01-15', '-1', '9'),
      row('2026-01-15', '-1', '8,01'),
      row('2026-01-16', '-1', '7,01'),
    );
    expect(wholeFaultsOf(text, 'x.csv')).toEqual([{ code: 'balance-wrong', line: 3, entry: 2, differenceCents: 1 }]);
  });

  test('tells every cell that cannot be read by its row', () => {
    const text = rows(
      `${short};currency`,
      `BE00;2026-01-15;-1;9;;EUR`,
      `${row('01/13/2026', '-1', '9')};EUR`,
      `${row('2026-01-15', '1,2,3', '9')};EUR`,
      `${row('2026-01-15', '0', 'x')};USD`,
    );
    expect(wholeFaultsOf(text, 'x.csv').map(({ line, code }) => [line, code])).toEqual([
      [2, 'account-invalid'],
      [3, 'day-invalid'],
      [4, 'amount-invalid'],
      [5, 'currency'],
      [5, 'amount-invalid'],
      [5, 'balance-invalid'],
    ]);
  });

  test.each([
    ['no balance', 'account;date;amount\nx;y;z', 'column-missing-balance'],
    ['a column twice', 'account;date;datum;amount;balance\nx', 'column-twice-booked'],
    ['a quote that is not closed', `${short}\n"x`, 'csv-malformed'],
    ['no rows', `${short}\n`, 'no-entries'],
    ['too many rows', `${short}\n${`${row('2026-01-15', '-1', '9')}\n`.repeat(10_001)}`, 'too-many-entries'],
  ])('with %s is refused', (_case, text, code) => {
    expect(faultsOf(text, 'x.csv')).toEqual([[code, null]]);
  });
});
