import type { organisations, ResponseOf } from '@commonlot/contracts';
import { formatEnterpriseNumber } from '@commonlot/domain';
import { Button, EmptyState, Pagination, Panel, Stack, Table, TextInput, UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { Form } from 'react-router';
import { Localised } from '../../shared/i18n/localised';
import { usePath } from '../../shared/i18n/use-language';
import { AccountStateTag } from './account-state-tag';
import styles from './all-organisations.module.css';
import { LegalFormName } from './legal-form-name';

interface AllOrganisationsProps {
  readonly page: ResponseOf<typeof organisations.listOrganisations>;
  readonly search: string;
  readonly isFirst: boolean;
}

/** Every organisation, for staff. */
export function AllOrganisations({ page, search, isFirst }: AllOrganisationsProps) {
  const { t } = useTranslation('organisations');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  return (
    <Panel title={t('all.title')}>
      <Stack>
        <Form role="search" aria-label={t('all.search')} className={styles.search}>
          <TextInput
            name="search"
            type="search"
            defaultValue={search}
            aria-label={t('all.search')}
            placeholder={t('all.search')}
          />
          <Button type="submit">{shared('action.search')}</Button>
        </Form>
        {page.rows.length === 0 ? (
          <EmptyState title={t('all.none')}>{t('all.noneText')}</EmptyState>
        ) : (
          <Table
            caption={t('all.title')}
            captionHidden
            dense
            rows={page.rows}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'name',
                header: t('form.name'),
                rowHeader: true,
                cell: (row) => <UiLink href={path('work-organisation', { organisationId: row.id })}>{row.name}</UiLink>,
              },
              {
                id: 'number',
                header: t('form.number'),
                noWrap: true,
                cell: (row) => formatEnterpriseNumber(row.enterpriseNumber),
              },
              { id: 'form', header: t('form.legalForm'), cell: (row) => <LegalFormName code={row.legalForm} /> },
              { id: 'place', header: t('form.municipality'), cell: (row) => <Localised text={row.municipality} /> },
              {
                id: 'account',
                header: t('account.title'),
                cell: (row) => <AccountStateTag state={row.accountState} />,
              },
            ]}
          />
        )}
        <Pagination
          newerHref={isFirst ? null : path('work-organisations', {}, { search })}
          olderHref={page.next === null ? null : path('work-organisations', {}, { search, after: page.next })}
        />
      </Stack>
    </Panel>
  );
}
