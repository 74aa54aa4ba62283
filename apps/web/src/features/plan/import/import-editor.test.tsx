import { plan } from '@commonlot/contracts';
import { permissionsOf } from '@commonlot/domain';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { axe } from 'jest-axe';
import { answering, fakeApi, refusing } from '../../../shared/testing/fake-api';
import { renderPage } from '../../../shared/testing/render-page';
import LinePage from '../line-page';
import { templateCsv } from './import-columns';
import { ImportEditor } from './import-editor';
import { linesOf, type Preview, typedRows } from './import-rows';

const row = (number: number, code: string, change: Partial<Preview['rows'][number]> = {}) => ({
  row: number,
  code,
  kind: 'nominative' as const,
  labelNl: 'Koor',
  labelFr: 'Chœur',
  labelDe: '',
  labelEn: '',
  amountCents: 100_00,
  isPm: false,
  legalGround: '',
  beneficiaryNumber: null,
  formula: '',
  sector: null,
  isExtraSupport: false,
  coMinister: '',
  lineId: '',
  lineYear: null,
  predecessors: '',
  commitments: '',
  advice: { adviser: '', askedOn: '', givenOn: '', reference: '' },
  ...change,
});

const preview = (rows: unknown[], errors: Preview['errors'] = [], faultyRows: unknown[] = []) =>
  plan.previewPlanImport.response.parse({ rows, faultyRows, errors, sumCents: 0 });
const faulty = (number: number, code: string, change: Partial<Preview['faultyRows'][number]> = {}) => ({
  ...row(number, code),
  amountCents: null,
  amountText: '',
  ...change,
});
const heading = row(2, '1', { kind: 'heading', amountCents: null });

let fake = fakeApi([]);
afterEach(() => fake.restore());
const show = (read: Preview) =>
  renderPage(<ImportEditor fileName="plan.csv" rows={typedRows(read, 'en')} />, {
    person: { roles: ['minister'], permissions: [...permissionsOf(['minister'])] },
  });
const cell = (name: string, value: string) => fireEvent.change(screen.getByLabelText(name), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save as a draft' }));

it('names each fault by row and column, and takes it away when its cell is corrected', () => {
  show(
    preview(
      [heading, row(3, '1.1'), row(4, '1.2', { kind: null })],
      [{ row: 4, column: 'kind', code: 'kind-missing' }],
    ),
  );
  expect(screen.getByText('Row 4, Kind: choose a kind.')).toBeTruthy();
  cell('Kind, row 4', 'nominative');
  expect(screen.queryByText('Row 4, Kind: choose a kind.')).toBeNull();
  expect(screen.getByText('The plan can be saved as a draft.')).toBeTruthy();
  cell('Code, row 4', '1.1');
  expect(screen.getByText('Row 4, Code: this code is there twice.')).toBeTruthy();
});

it('keeps what could be read of a row with a faulty cell: only that cell is written again', async () => {
  const id = '0190a0a0-0000-7000-8000-0000000000a1';
  const wrong = faulty(4, '1.2', { labelNl: 'Dans', labelFr: 'Danse', amountText: '1,2,3', beneficiaryNumber: '123' });
  const formula = faulty(5, '1.3', { labelNl: 'Toneel', labelFr: 'Théâtre' });
  fake = fakeApi([
    answering(plan.createPlanVersion, () => ({ id, revision: 0 })),
    refusing(plan.savePlanLines, 503, 'service.unavailable'),
  ]);
  show(preview([heading, row(3, '1.1')], [{ row: 5, column: 'amount', code: 'formula-cell' }], [wrong, formula]));
  const told = new Set(screen.getAllByText(/^Row [45],/).map((fault) => fault.textContent?.trim()));
  expect([...told].toSorted()).toEqual([
    'Row 4, Amount: write an amount in euros, for example 1 250,50.',
    'Row 4, Enterprise number of the beneficiary: not a valid enterprise number: 10 digits.',
    'Row 5, Amount: there was a formula; fill in its result.',
  ]);
  cell('Amount, row 4', '120');
  fireEvent.change(screen.getByDisplayValue('123'), { target: { value: '' } });
  cell('Amount, row 5', '50');
  expect(screen.getByText('The plan can be saved as a draft.')).toBeTruthy();
  save();
  await waitFor(() => expect(fake.asked).toHaveLength(2));
  expect(fake.asked[1]?.body).toMatchObject({
    lines: [
      { code: '1' },
      { code: '1.1' },
      { code: '1.2', label: { nl: 'Dans', fr: 'Danse' }, amountCents: 120_00 },
      { code: '1.3', label: { nl: 'Toneel', fr: 'Théâtre' }, amountCents: 50_00 },
    ],
  });
});

it('says that a printed sum of a heading differs until its lines add up, and lets the draft be saved', () => {
  const printed = faulty(2, '1', { kind: 'heading', amountText: '250' });
  show(preview([row(3, '1.1')], [{ row: 2, column: 'amount', code: 'heading-differs' }], [printed]));
  expect(screen.getByText(/^Row 2, Amount: the heading’s amount/)).toBeTruthy();
  expect(screen.getByText('The plan can be saved as a draft.')).toBeTruthy();
  cell('Amount, row 3', '250');
  expect(screen.queryByText(/^Row 2, Amount:/)).toBeNull();
});

it('sends nothing while a fault is left, and leads to it', () => {
  fake = fakeApi([]);
  show(preview([heading, row(3, '1.1'), row(4, '1.1')]));
  save();
  const links = screen.getAllByRole('link', { name: 'Row 4, Code: this code is there twice.' });
  expect(links[0]?.getAttribute('href')).toBe('#row-4-code');
  expect(fake.asked).toEqual([]);
});

it('makes the version once, also when its lines were refused at first', async () => {
  const id = '0190a0a0-0000-7000-8000-0000000000a1';
  fake = fakeApi([
    answering(plan.createPlanVersion, () => ({ id, revision: 0 })),
    refusing(plan.savePlanLines, 503, 'service.unavailable'),
  ]);
  show(preview([heading, row(3, '1.1')]));
  save();
  await screen.findByText(/The version exists already/);
  save();
  await waitFor(() => expect(fake.asked).toHaveLength(3));
  expect(fake.asked.filter(({ path }) => path === '/api/plan-versions')).toHaveLength(1);
  expect(fake.asked[1]?.body).toMatchObject({
    totalCents: 100_00,
    lines: [{ code: '1' }, { code: '1.1', amountCents: 100_00 }],
  });
});

it('saves formula, sector, extra support and minister as the file has them, and asks for a formula that can be read', async () => {
  const id = '0190a0a0-0000-7000-8000-0000000000a1';
  fake = fakeApi([
    answering(plan.createPlanVersion, () => ({ id, revision: 0 })),
    refusing(plan.savePlanLines, 503, 'service.unavailable'),
  ]);
  const computed = row(3, '1.1', {
    amountCents: null,
    formula: 'share 0.2744 of total',
    sector: 'health',
    isExtraSupport: true,
    coMinister: 'Werk',
  });
  const unread = faulty(4, '1.2', { amountText: '100', formula: 'a quarter', sector: null });
  show(preview([heading, computed], [{ row: 4, column: 'formula', code: 'formula-unreadable' }], [unread]));
  expect(screen.getAllByText(/^Row 4, Formula: write the formula as/)).not.toEqual([]);
  fireEvent.change(screen.getByDisplayValue('a quarter'), { target: { value: 'Balance' } });
  save();
  await waitFor(() => expect(fake.asked).toHaveLength(2));
  expect(fake.asked[1]?.body).toMatchObject({
    lines: [
      { code: '1', formula: null, sector: null, isExtraSupport: false, coMinister: '' },
      {
        code: '1.1',
        amountCents: null,
        formula: { kind: 'share', of: 'total', less: [], share: '0.2744' },
        sector: 'health',
        isExtraSupport: true,
        coMinister: 'Werk',
      },
      { code: '1.2', formula: { kind: 'balance' } },
    ],
  });
});

it('saves the line that a row is, what it promises and the advice about it; in another year it continues that line', async () => {
  const id = '0190a0a0-0000-7000-8000-0000000000a1';
  const line = '0190a0a0-0000-7000-8000-0000000000b1';
  const earlier = '0190a0a0-0000-7000-8000-0000000000b0';
  const advice = { adviser: 'Werk', askedOn: '2026-05-01', givenOn: '', reference: 'nr. 8' };
  const rich = row(3, '1.1', {
    coMinister: 'Werk',
    lineId: line,
    lineYear: 2026,
    predecessors: earlier,
    commitments: '2027: 5,00 "KB"; 2028: 7,00 "KB"',
    advice,
  });
  fake = fakeApi([
    answering(plan.createPlanVersion, () => ({ id, revision: 0 })),
    refusing(plan.savePlanLines, 503, 'service.unavailable'),
  ]);
  show(preview([heading, rich]));
  cell('Year', '2026');
  save();
  await waitFor(() => expect(fake.asked).toHaveLength(2));
  const both = [
    { year: 2027, amountCents: 500, reference: 'KB' },
    { year: 2028, amountCents: 700, reference: 'KB' },
  ];
  expect(fake.asked[1]?.body).toMatchObject({
    lines: [
      { code: '1', lineId: null },
      { lineId: line, predecessorIds: [earlier], commitments: both, advice: { ...advice, givenOn: null } },
    ],
  });
  expect(linesOf(typedRows(preview([rich]), 'en'), 2027)).toMatchObject([
    {
      lineId: null,
      predecessorIds: [line],
      commitments: [both[1]],
      advice: { adviser: 'Werk', askedOn: null, givenOn: null, reference: '' },
    },
  ]);
});

it('asks for commitments, days and lines that can be read, each by row and column', () => {
  const unread = faulty(3, '1.1', {
    amountText: '5',
    coMinister: '',
    commitments: 'soon',
    lineId: 'x',
    advice: { adviser: '', askedOn: 'May', givenOn: '', reference: '' },
  });
  show(preview([heading], [], [unread]));
  const told = new Set(screen.getAllByText(/^Row 3,/).map((fault) => fault.textContent?.trim()));
  expect([...told].toSorted()).toEqual([
    'Row 3, Advice asked on: write the day as 31/05/2026.',
    'Row 3, Advice of: fill in the co-competent minister first.',
    'Row 3, Advice of: fill in who gives the advice.',
    'Row 3, Commitments against later plans: write each commitment as 2027: 1250,50 "reference", with a semicolon between them.',
    'Row 3, Line of an earlier version: this is no identifier of a line; take it over from the export or leave it empty.',
  ]);
});

it('gives a template whose columns the import reads', () => {
  expect(templateCsv().split('\r\n')[0]).toBe(
    '\ufeffcode;kind;label_nl;label_fr;label_de;label_en;amount;pm;legal_ground;beneficiary;formula;sector;extra_support;co_minister;line;predecessors;commitments;advice_of;advice_asked_on;advice_given_on;advice_reference',
  );
});

it('has no fault that a machine finds in the rows', async () => {
  const read = preview(
    [heading, row(3, '1.1', { labelNl: '' })],
    [{ row: 4, column: 'amount', code: 'merged' }],
    [faulty(4, '1.2')],
  );
  const { container } = show(read);
  expect((await axe(container)).violations).toEqual([]);
});

it('shows the figures and entries of a line, without a fault that a machine finds', async () => {
  const lineId = '0190a0a0-0000-7000-8000-0000000000b1';
  const figures = {
    allocatedCents: 500_00,
    reservedCents: 100_00,
    committedCents: 0,
    paidCents: 0,
    availableCents: 400_00,
  };
  const line = plan.readPlanLine.response.parse({
    lineId,
    parentLineId: null,
    code: '6.1',
    kind: 'call-envelope',
    label: { nl: 'Oproepen', fr: 'Appels', en: 'Calls' },
    amountCents: 500_00,
    subtotalCents: 500_00,
    isPm: false,
    legalGround: '',
    beneficiaryNumber: null,
    formula: null,
    sector: null,
    isExtraSupport: false,
    coMinister: '',
    predecessorIds: [],
    commitments: [],
    advice: null,
    figures,
    versionId: lineId,
    year: 2026,
    stage: 'definitive',
    state: 'in-force',
  });
  const entry = {
    id: lineId,
    sequence: '7',
    cause: 'reserve',
    amountCents: 100_00,
    from: 'available',
    to: 'reserved',
    subjectType: 'call',
    subjectId: lineId,
    actor: 'Lotte',
    at: '2026-03-01T08:00:00Z',
  };
  const beside = { plannedCents: 0, authorisedCents: 0, carriedCents: 0 };
  const before = { ...figures, ...beside, releasedCents: 0, returnedCents: 0 };
  const statement = { startsOn: '2026-01-01', on: '2026-06-30', opening: before, movements: [], closing: before };
  const entries = { rows: [entry], next: null };
  const { container } = renderPage(<LinePage />, {
    loaderData: {
      line,
      figures,
      entries,
      statement,
      overruns: { rows: [], mayPropose: false },
      history: { rows: [] },
      isFirst: true,
    },
    person: { roles: ['officer'], permissions: [...permissionsOf(['officer'])] },
  });
  expect(screen.getByText('Reserved for a call')).toBeTruthy();
  expect(screen.getByText('available → reserved')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Call' }).getAttribute('href')).toBe(`/en/work/calls/${lineId}`);
  expect((await axe(container)).violations).toEqual([]);
});
