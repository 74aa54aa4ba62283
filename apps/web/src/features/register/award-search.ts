import type { RequestOf, register } from '@commonlot/contracts';
import { type Cents, parseEuros } from '@commonlot/domain';
import type { QueryValues } from '../../shared/paths/paths';

export const regions = ['flanders', 'wallonia', 'brussels'] as const;
type Region = (typeof regions)[number];

/** What somebody looks for, as the address of the page says it. Empty texts and null ask for nothing. */
export interface AwardSearch {
  readonly q: string;
  readonly year: number | null;
  readonly line: string;
  readonly region: Region | null;
  /** Amounts as people type them. */
  readonly from: string;
  readonly to: string;
  readonly call: string;
  readonly municipality: string;
  readonly order: 'newest' | 'highest';
  readonly after: string;
}

/** Everything that narrows the list: what a chip removes. */
const filterNames = ['q', 'year', 'line', 'region', 'call', 'municipality', 'from', 'to'] as const;
export type FilterName = (typeof filterNames)[number];

/** Reads an address. What cannot be meant (a year that is no year) is left out instead of refused. */
export function readSearch(params: URLSearchParams): AwardSearch {
  const text = (name: string, max: number) => (params.get(name) ?? '').trim().slice(0, max);
  const year = Number(text('year', 10));
  return {
    q: text('q', 100),
    year: Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : null,
    line: text('line', 40),
    region: regions.find((region) => region === params.get('region')) ?? null,
    from: text('from', 30),
    to: text('to', 30),
    call: text('call', 20),
    municipality: /^\d{5}$/.test(text('municipality', 5)) ? text('municipality', 5) : '',
    order: params.get('order') === 'highest' ? 'highest' : 'newest',
    after: text('after', 200),
  };
}

/** An amount as the API asks for it; null where none was typed or it cannot be read. */
export function amountOf(text: string): Cents | null {
  const amount = parseEuros(text);
  return amount !== null && amount >= 0 ? amount : null;
}

/** True where an amount was typed that cannot be read: the page says so and searches without it. */
export function isUnreadable(text: string): boolean {
  return text !== '' && amountOf(text) === null;
}

/** The question to the API. */
export function toQuery(search: AwardSearch): RequestOf<typeof register.listAwards>['query'] {
  const { q, year, line, region, call, municipality, order, after } = search;
  const minimumCents = amountOf(search.from);
  const maximumCents = amountOf(search.to);
  return {
    order,
    ...(q === '' ? {} : { search: q }),
    ...(year === null ? {} : { year }),
    ...(line === '' ? {} : { line }),
    ...(region === null ? {} : { region }),
    ...(call === '' ? {} : { call }),
    ...(municipality === '' ? {} : { municipality }),
    ...(minimumCents === null ? {} : { minimumCents }),
    ...(maximumCents === null ? {} : { maximumCents }),
    ...(after === '' ? {} : { after }),
  };
}

/** The values of the address of this search with some of them changed; any change but of the page starts at the top. */
export function searchValues(search: AwardSearch, changes: Partial<AwardSearch> = {}): QueryValues {
  const { order, after, ...filters } = { ...search, after: '', ...changes };
  return { ...filters, order: order === 'newest' ? null : order, after };
}

/** The filters that are set. */
export function activeFilters(search: AwardSearch): FilterName[] {
  return filterNames.filter((name) => search[name] !== '' && search[name] !== null);
}

/** The search without one filter. */
export function without(search: AwardSearch, name: FilterName): QueryValues {
  return searchValues(search, { [name]: name === 'year' || name === 'region' ? null : '' });
}

/** The address without the empty fields that a form adds; null when there are none. */
export function tidied(params: URLSearchParams): URLSearchParams | null {
  const filled = [...params].filter(([, value]) => value.trim() !== '');
  return filled.length === params.size ? null : new URLSearchParams(filled);
}
