import { languages, problemKinds } from '@commonlot/domain';
import { testCatalogue } from '../testing/catalogue';
import { createI18n } from './create-i18n';

it.each(languages)('has words in %s for every reason for which the system says no', (language) => {
  const i18n = createI18n(language, testCatalogue(language));
  expect(Object.keys(problemKinds).filter((code) => !i18n.exists(`problem.${code}`))).toEqual([]);
});

it('has a French plural for millions, which the language has and our files leave out', () => {
  const i18n = createI18n('fr', testCatalogue('fr'));
  expect(i18n.t('ui.charactersLeft', { count: 1_000_000 })).toBe('Encore 1000000 caractères');
});

it('takes a word that a feature lacks from the shared ones', () => {
  const i18n = createI18n('nl', testCatalogue('nl'));
  expect(i18n.getFixedT('nl', 'no-such-feature')('action.save')).toBe('Opslaan');
});
