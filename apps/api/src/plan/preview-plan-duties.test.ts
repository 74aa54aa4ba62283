import ExcelJS from 'exceljs';
import { previewingPlans } from '../testing/previewing-plans.js';

const header =
  'code;kind;label_nl;label_fr;amount;co_minister;line;predecessors;commitments;advice_of;advice_asked_on;advice_given_on';
const { csv, preview } = previewingPlans(header);
const line = (code: string, rest: string, kind = 'nominative') => `${code};${kind};L;L;5;${rest}`;
const unknown = '0190a0a0-0000-7000-8000-0000000000a1';

test('a commitment, a day or a line that cannot be read is told by row and column, and its row is not taken', async () => {
  const { rows, faultyRows, errors } = await preview(
    csv(
      line('1', ';1.2;;soon;;;'),
      line('2', `;${unknown};${unknown};;;;`),
      line('3', 'Werk;;;;;01/05/2026;'),
      line('4', 'Werk;;;;Werk;May;31/02/2026'),
      line('5', ';;;;Werk;;'),
      line('6', 'Werk;;;;Werk;02/05/2026;2026-05-01'),
      line('7', ';;;"2027: 5 ""A""; 2027: 6 ""A""";;;'),
      line('8', ';;;"2027: 5 ""A""";;;', 'heading'),
      line('9', ';;;"2027: 1.250,5 ""KB 3 mei"";";;;'),
      line('10', 'Werk;;;;Werk;1/5/2026;3-5-2026'),
    ),
  );
  expect(errors).toEqual([
    { row: 2, column: 'line', code: 'line-unreadable' },
    { row: 2, column: 'commitments', code: 'commitments-unreadable' },
    { row: 3, column: 'line', code: 'line-unknown' },
    { row: 3, column: 'predecessors', code: 'line-unknown' },
    { row: 3, column: 'predecessors', code: 'line-duplicate' },
    { row: 4, column: 'advice_of', code: 'advice-incomplete' },
    { row: 5, column: 'advice_asked_on', code: 'day-unreadable' },
    { row: 5, column: 'advice_given_on', code: 'day-unreadable' },
    { row: 6, column: 'advice_of', code: 'advice-without-minister' },
    { row: 7, column: 'advice_given_on', code: 'advice-days-wrong' },
    { row: 8, column: 'commitments', code: 'commitment-duplicate' },
    { row: 9, column: 'commitments', code: 'commitment-on-heading' },
  ]);
  expect(rows.map(({ code }) => code)).toEqual(['9', '10']);
  expect(rows[0]?.commitments).toBe('2027: 1250,50 "KB 3 mei"');
  expect(rows[1]?.advice).toEqual({ adviser: 'Werk', askedOn: '2026-05-01', givenOn: '2026-05-03', reference: '' });
  expect(faultyRows[0]).toMatchObject({ lineId: '1.2', commitments: 'soon' });
  expect(faultyRows[3]?.advice).toMatchObject({ askedOn: 'May', givenOn: '31/02/2026' });
});

test('a day that the sheet holds as a date is read where a day is asked for', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Plan');
  sheet.addRow(header.split(';'));
  const dates = [new Date('2026-05-01'), new Date('2026-05-03')];
  sheet.addRow(['1', 'nominative', 'L', 'L', 5, 'Werk', '', '', '', 'Werk', ...dates]);
  const { rows, errors } = await preview(Buffer.from(await book.xlsx.writeBuffer()), 'plan.xlsx');
  expect(errors).toEqual([]);
  expect(rows[0]?.advice).toMatchObject({ askedOn: '2026-05-01', givenOn: '2026-05-03' });
});
