import { nameText } from './fields.js';
import { endpoints } from './index.js';

it.each([
  ['an ordinary name', 'Koor De Meezingers vzw'],
  ['letters of other scripts and an emoji', 'Œuvre ĳ Żółw 🎺 עברית'],
  ['a name with spaces around it', '  Rita  '],
])('%s is a name', (_case, name) => {
  expect(nameText(120).parse(name)).toBe(name.trim());
});

it.each([
  ['a line end', 'Rita\nBcc: all@example.org'],
  ['a carriage return', 'Rita\rBcc: all@example.org'],
  ['a tab', 'Rita\tRepresentative'],
  ['a line end of Unicode', 'Rita\u2028Bcc'],
  ['a next line', 'Rita\u0085Bcc'],
  ['an escape', 'Rita\u001b[31m'],
  ['a mark that turns the text', 'Rita \u202eatiR'],
  ['nothing', '   '],
])('%s makes no name', (_case, name) => {
  expect(nameText(120).safeParse(name).success).toBe(false);
});

it.each([
  ['access.signUp', 'name'],
  ['access.savePreferences', 'name'],
  ['organisations.createOrganisation', 'name'],
  ['organisations.updateOrganisation', 'name'],
  ['organisations.proposeBankAccount', 'holder'],
  ['decisions.signBatch', 'signatoryTitle'],
])('%s takes a %s on one line only', (endpoint, field) => {
  const faults =
    endpoints.get(endpoint)?.body.safeParse({ [field]: 'Rita\r\nBcc: all@example.org' }).error?.issues ?? [];
  expect(faults.filter(({ path, code }) => path.join('.') === field && code === 'invalid_format')).not.toEqual([]);
});
