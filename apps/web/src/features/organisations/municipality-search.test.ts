import { findMunicipalities } from './municipality-search';

const rows = [
  { nis: '62063', name: { nl: 'Luik', fr: 'Liège', de: 'Lüttich', en: 'Liège' } },
  { nis: '46021', name: { nl: 'Sint-Niklaas', fr: 'Saint-Nicolas', de: null, en: null } },
  { nis: '62093', name: { nl: 'Saint-Nicolas', fr: 'Saint-Nicolas', de: null, en: null } },
  { nis: '44021', name: { nl: 'Gent', fr: 'Gand', de: 'Gent', en: 'Ghent' } },
  { nis: '41002', name: { nl: 'Aalst', fr: 'Alost', de: null, en: null } },
];

it.each([
  ['luik', 'Liège'],
  ['liege', 'Liège'],
  ['LÜTT', 'Liège'],
  ['ghent', 'Gand'],
  ['alo', 'Alost'],
])('finds by %s, in whatever language, %s on a French page', (typed, name) => {
  expect(findMunicipalities(rows, typed, 'fr').map((option) => option.name)).toEqual([name]);
});

it('keeps two places of one name apart by their other names', () => {
  expect(findMunicipalities(rows, 'saint nicolas', 'fr')).toEqual([
    { nis: '46021', name: 'Saint-Nicolas', otherNames: 'Sint-Niklaas' },
    { nis: '62093', name: 'Saint-Nicolas', otherNames: '' },
  ]);
});

it('finds a later word of a name, and nothing for what is no place', () => {
  expect(findMunicipalities(rows, 'nik', 'nl').map(({ nis }) => nis)).toEqual(['46021']);
  expect(findMunicipalities(rows, 'xyz', 'nl')).toEqual([]);
});

it('offers the list by name while nothing is typed', () => {
  expect(findMunicipalities(rows, '', 'nl').map(({ name }) => name)).toEqual([
    'Aalst',
    'Gent',
    'Luik',
    'Saint-Nicolas',
    'Sint-Niklaas',
  ]);
});
