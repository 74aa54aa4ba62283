/** The id of the input of a field: the error summary links to it, so both compute it here. */
export function fieldId(name: string, idPrefix = ''): string {
  return `${idPrefix}field-${name.replace(/[^\w]+/g, '-')}`;
}
