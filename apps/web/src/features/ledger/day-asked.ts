import { isLocalDate, type LocalDate } from '@commonlot/domain';

/** The day in the address of a page (`?on=`); nothing when there is none, or none that a calendar has. */
export function dayAsked(request: Request): { readonly on?: LocalDate } {
  const on = new URL(request.url).searchParams.get('on') ?? '';
  return isLocalDate(on) && on >= '1900' && on < '2200' ? { on } : {};
}
