import { Button, Details, FieldFrame, Select, type SelectOption, TextInput } from '@commonlot/ui';
import { Search } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { useLocalised } from '../../shared/i18n/localised';
import { useLanguage, usePath } from '../../shared/i18n/use-language';
import styles from './award-filters.module.css';
import { type AwardSearch, isUnreadable, regions, searchValues } from './award-search';
import { formatCount } from './figures';
import type { CallHead, FoundAwards } from './records';

interface AwardFiltersProps {
  readonly search: AwardSearch;
  readonly facets: FoundAwards['facets'];
  readonly calls: readonly CallHead[];
}

/** The question as a form by GET: it works without script, and its answer has an address that can be sent on. */
export function AwardFilters({ search, facets, calls }: AwardFiltersProps) {
  const { t } = useTranslation('register');
  const path = usePath();
  return (
    <search>
      {/* A new question fills the fields anew. */}
      <Form
        key={JSON.stringify(searchValues(search))}
        action={path('awards')}
        preventScrollReset
        aria-label={t('awards.searchLabel')}
        className={styles.form}
      >
        <div className={styles.first}>
          <FieldFrame
            id="q"
            label={t('awards.search')}
            hint={t('awards.searchHint')}
            render={(wiring) => (
              <TextInput {...wiring} aria-required={false} type="search" name="q" defaultValue={search.q} />
            )}
          />
          <Button type="submit" tone="primary" icon={<Search aria-hidden="true" />}>
            {t('awards.submit')}
          </Button>
        </div>
        {search.municipality !== '' && <input type="hidden" name="municipality" value={search.municipality} />}
        <MoreFields search={search} facets={facets} calls={calls} />
      </Form>
    </search>
  );
}

/** On a narrow screen the chips say what is set, and the list is nearer while these fields are folded away. */
function MoreFields({ search, facets, calls }: AwardFiltersProps) {
  const { t } = useTranslation('register');
  const choices = useChoices(search, facets, calls);
  const hasFault = isUnreadable(search.from) || isUnreadable(search.to);
  return (
    <div className={styles.more}>
      <Details summary={t('awards.filters')} open={hasFault}>
        <div className={styles.fields}>
          {choices.map(({ name, label, placeholder, value, options }) => (
            <FieldFrame
              key={name}
              id={name}
              label={label}
              render={({ id }) => (
                <Select id={id} name={name} defaultValue={value} placeholder={placeholder} options={options} />
              )}
            />
          ))}
          <AmountField name="from" label={t('awards.from')} value={search.from} />
          <AmountField name="to" label={t('awards.to')} value={search.to} />
          <FieldFrame
            id="order"
            label={t('awards.order')}
            render={({ id }) => (
              <Select
                id={id}
                name="order"
                defaultValue={search.order === 'newest' ? '' : search.order}
                placeholder={t('awards.newest')}
                options={[{ value: 'highest', label: t('awards.highest') }]}
              />
            )}
          />
        </div>
      </Details>
    </div>
  );
}

interface AmountFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

function AmountField({ name, label, value }: AmountFieldProps) {
  const { t } = useTranslation('register');
  return (
    <FieldFrame
      id={name}
      label={label}
      error={isUnreadable(value) ? t('awards.amountUnreadable') : undefined}
      render={(wiring) => (
        <TextInput {...wiring} aria-required={false} inputMode="decimal" name={name} defaultValue={value} />
      )}
    />
  );
}

/** The lists to choose from, each choice with the number of awards behind it. What is chosen always stays in its list. */
function useChoices(search: AwardSearch, facets: FoundAwards['facets'], calls: readonly CallHead[]) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const localised = useLocalised();
  const counted = (words: string, count: number) => `${words} (${formatCount(count, language)})`;
  const withChosen = (options: SelectOption[], chosen: string, words: string) =>
    chosen === '' || options.some(({ value }) => value === chosen)
      ? options
      : [{ value: chosen, label: words }, ...options];
  const year = search.year === null ? '' : String(search.year);
  const years = facets.years.map((each) => ({
    value: String(each.year),
    label: counted(String(each.year), each.count),
  }));
  const regionCounts = new Map(facets.regions.map(({ region, count }) => [region, count]));
  const lines = facets.lines.map(({ code, label, count }) => ({
    value: code,
    label: counted(`${code} ${localised(label)}`, count),
  }));
  return [
    {
      name: 'year',
      label: t('awards.year'),
      placeholder: t('awards.anyYear'),
      value: year,
      options: withChosen(years, year, counted(year, 0)),
    },
    {
      name: 'region',
      label: t('awards.region'),
      placeholder: t('awards.anyRegion'),
      value: search.region ?? '',
      options: regions.map((region) => ({
        value: region,
        label: counted(t(`region.${region}`), regionCounts.get(region) ?? 0),
      })),
    },
    {
      name: 'line',
      label: t('awards.line'),
      placeholder: t('awards.anyLine'),
      value: search.line,
      options: withChosen(lines, search.line, search.line),
    },
    {
      name: 'call',
      label: t('awards.call'),
      placeholder: t('awards.anyCall'),
      value: search.call,
      options: withChosen(
        calls.map((call) => ({ value: call.number, label: counted(localised(call.title), call.awarded ?? 0) })),
        search.call,
        search.call,
      ),
    },
  ];
}
