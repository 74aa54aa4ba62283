import { type Language, languages } from '@commonlot/domain';
import { publicRoutes } from './public-paths';
import { workRoutes } from './work-paths';

export type PublicRouteName = keyof typeof publicRoutes;
export type WorkRouteName = keyof typeof workRoutes;
export type RouteName = PublicRouteName | WorkRouteName;

type PatternOf<Name extends RouteName> = Name extends PublicRouteName
  ? (typeof publicRoutes)[Name]['paths']['en']
  : Name extends WorkRouteName
    ? (typeof workRoutes)[Name]['path']
    : never;
type ParamsIn<Pattern extends string> = Pattern extends `${infer Head}/${infer Rest}`
  ? ParamsIn<Head> | ParamsIn<Rest>
  : Pattern extends `:${infer Param}`
    ? Param
    : never;
/** The parameters of a route by name; none for most. */
export type PathParams<Name extends RouteName> = Readonly<Record<ParamsIn<PatternOf<Name>>, string | number>>;

export type QueryValues = Readonly<Record<string, string | number | boolean | null | undefined>>;
type Rest<Name extends RouteName> = [ParamsIn<PatternOf<Name>>] extends [never]
  ? [params?: Record<never, never>, query?: QueryValues]
  : [params: PathParams<Name>, query?: QueryValues];

const isPublic = (name: RouteName): name is PublicRouteName => Object.hasOwn(publicRoutes, name);

/** The path of a route as the router matches it: `/nl/oproepen/:number`. */
export function pathPattern(name: RouteName, language: Language): string {
  const below = isPublic(name) ? publicRoutes[name].paths[language] : `work/${workRoutes[name].path}`;
  return `/${language}/${below}`.replace(/\/$/, '');
}

/** The address of a page: `pathTo('award', 'nl', { number: '2026-C01-0042' })`. Empty query values are left out. */
export function pathTo<Name extends RouteName>(name: Name, language: Language, ...rest: Rest<Name>): string {
  const [params, query] = rest;
  return fill(pathPattern(name, language), params as Record<string, string | number> | undefined) + queryText(query);
}

function fill(pattern: string, params: Readonly<Record<string, string | number>> = {}): string {
  return pattern.replace(/:(\w+)/g, (_, param: string) => {
    const value = params[param];
    if (value === undefined) throw new Error(`The path ${pattern} needs ${param}.`);
    return encodeURIComponent(value);
  });
}

/** Query values as the end of an address, with its question mark; an empty text when there are none. */
export function queryText(query: QueryValues = {}): string {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(filled.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? '' : `?${text}`;
}

/** The language that an address names in its first part; null for the language chooser. */
export function languageOf(pathname: string): Language | null {
  const first = pathname.split('/')[1];
  return languages.find((language) => language === first) ?? null;
}

/** The route and the parameters behind an address, or null for an address that is none of ours. */
export function routeOf(pathname: string): { name: RouteName; params: Record<string, string> } | null {
  const language = languageOf(pathname);
  if (language === null) return null;
  for (const name of namesStaticFirst) {
    const params = matchPattern(pathPattern(name, language), pathname);
    if (params !== null) return { name, params };
  }
  return null;
}

/** The same page in another language; its home when the address is not known. Filters in the address are kept. */
export function inOtherLanguage(pathname: string, search: string, language: Language): string {
  const route = routeOf(pathname);
  if (route === null) return pathTo('home', language);
  return fill(pathPattern(route.name, language), route.params) + search;
}

export const routeNames = [...Object.keys(publicRoutes), ...Object.keys(workRoutes)] as RouteName[];

/** `reviews/declare` is a page of its own and not the review called "declare": fixed words are tried first. */
const namesStaticFirst = routeNames.toSorted((a, b) => countParams(a) - countParams(b));

function countParams(name: RouteName): number {
  return pathPattern(name, 'en').split(':').length;
}

function matchPattern(pattern: string, pathname: string): Record<string, string> | null {
  const expected = pattern.split('/');
  const actual = pathname.replace(/\/$/, '').split('/');
  if (expected.length !== actual.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of expected.entries()) {
    const value = actual[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = safeDecode(value);
    else if (part !== value) return null;
  }
  return params;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
