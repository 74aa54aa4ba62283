import { register } from '@commonlot/contracts';
import { type LoaderFunctionArgs, redirect } from 'react-router';
import { asPage, serverApi } from '../../shared/api/api.server';
import { ApiProblem } from '../../shared/api/problem';
import { languageOf, pathTo } from '../../shared/paths/paths';
import { choiceText, readChoice, readEarlierChoice, usualChoice } from './difference-choice';

/**
 * Leads on to the page of a difference. An address that names what to compare with, as they were before, has moved for
 * good; one that names nothing leads to the usual comparison, which another version changes.
 */
export async function loader({ request, url, params }: LoaderFunctionArgs) {
  const year = readChoice(params['year'] ?? '');
  if (year === null || year.number !== undefined) throw asPage(request, new ApiProblem(404, 'record.missing'));
  const language = languageOf(url.pathname) ?? 'nl';
  const number = /^[1-9]\d{0,2}$/.exec(url.searchParams.get('to') ?? '')?.[0];
  const to = number === undefined ? year : { ...year, number: Number(number) };
  const from = readEarlierChoice(url.searchParams.get('from') ?? '', year.year);
  const all = url.searchParams.has('all') ? { all: 1 } : {};
  const addressOf = (chosen: typeof to) =>
    pathTo('plan-difference', language, { to: choiceText(to), from: choiceText(chosen) }, all);
  if (from !== null) throw redirect(addressOf(from), 301);
  const plan = await serverApi(request)(register.readPublicPlan, {
    params: { year: String(year.year) },
    query: number === undefined ? {} : { version: number },
  });
  throw redirect(addressOf(usualChoice({ ...plan, year: year.year })));
}

export default function DifferenceRedirect() {
  return null;
}
