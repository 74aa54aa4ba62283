import { activeFilters, isUnreadable, readSearch, searchValues, tidied, toQuery, without } from './award-search';

const read = (address: string) => readSearch(new URLSearchParams(address));

test('an address becomes the question to the API', () => {
  const search = read(
    'q= jardin &year=2026&line=2.1.10&region=wallonia&from=1.250,50&to=€ 20 000&order=highest&after=x~y',
  );
  expect(toQuery(search)).toEqual({
    search: 'jardin',
    year: 2026,
    line: '2.1.10',
    region: 'wallonia',
    minimumCents: 125_050,
    maximumCents: 2_000_000,
    order: 'highest',
    after: 'x~y',
  });
});

test.each([
  'year=soon',
  'year=20260',
  'region=atlantis',
  'municipality=gent',
  'order=lowest',
  'from=many',
])('%s asks for nothing', (address) => {
  expect(toQuery(read(address))).toEqual({ order: 'newest' });
});

test('an amount that cannot be read is told from one that was not typed', () => {
  expect(['', '1.250', '-5', 'much'].map(isUnreadable)).toEqual([false, false, true, true]);
});

test('without a filter the others stay and the list starts at the top', () => {
  const search = read('q=tuin&year=2026&order=highest&after=x');
  expect(activeFilters(search)).toEqual(['q', 'year']);
  expect(without(search, 'year')).toMatchObject({ q: 'tuin', year: null, order: 'highest', after: '' });
});

test('the next page keeps the search', () => {
  expect(searchValues(read('q=tuin'), { after: 'k' })).toMatchObject({ q: 'tuin', order: null, after: 'k' });
});

test('the fields that a form left empty go from the address', () => {
  expect(tidied(new URLSearchParams('q=tuin&year=&from='))?.toString()).toBe('q=tuin');
  expect(tidied(new URLSearchParams('q=tuin'))).toBeNull();
});
