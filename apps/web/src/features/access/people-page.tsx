import { access, type ResponseOf } from '@commonlot/contracts';
import { roles } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  Choice,
  type Column,
  Dialog,
  EmptyState,
  PageHeader,
  Pagination,
  Stack,
  Table,
  Tag,
  TextInput,
} from '@commonlot/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, type LoaderFunctionArgs, useLoaderData, useRevalidator } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { usePerson } from '../../shared/session/session';
import styles from './people-page.module.css';

type Row = ResponseOf<typeof access.listPeople>['rows'][number];

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const search = query.get('search')?.slice(0, 100) ?? '';
  const after = query.get('after') ?? undefined;
  const page = await serverApi(request)(access.listPeople, {
    query: { ...(search && { search }), ...(after && { after }) },
  });
  return { ...page, search, isFirst: after === undefined };
}

const tones = { active: 'success', unconfirmed: 'info', suspended: 'danger' } as const;

export default function PeoplePage() {
  const { t } = useTranslation('access');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const { rows, next, search, isFirst } = useLoaderData<typeof loader>();
  const [edited, setEdited] = useState<Row | null>(null);
  const columns: Column<Row>[] = [
    { id: 'name', header: t('field.name'), rowHeader: true, cell: (row) => row.name },
    { id: 'email', header: t('field.email'), cell: (row) => row.email },
    {
      id: 'roles',
      header: t('people.roles'),
      cell: (row) => row.roles.map((role) => shared(`role.${role}`)).join(', ') || shared('role.member'),
    },
    {
      id: 'state',
      header: t('people.state'),
      cell: (row) => <Tag tone={tones[row.state]}>{t(`people.stateWords.${row.state}`)}</Tag>,
    },
    {
      id: 'edit',
      header: shared('action.title'),
      headerHidden: true,
      end: true,
      cell: (row) => (
        <Button
          tone="quiet"
          size="small"
          aria-label={t('people.editPerson', { name: row.name })}
          onClick={() => setEdited(row)}
        >
          {shared('action.edit')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <PageTitle>{t('people.title')}</PageTitle>
      <PageHeader title={t('people.title')} lede={<p>{t('people.lede')}</p>} />
      <Stack>
        <Form role="search" aria-label={t('people.search')} className={styles.search}>
          <TextInput
            name="search"
            type="search"
            defaultValue={search}
            aria-label={t('people.search')}
            placeholder={t('people.search')}
          />
          <Button type="submit">{shared('action.search')}</Button>
        </Form>
        {rows.length === 0 ? (
          <EmptyState title={t('people.none')} />
        ) : (
          <Table
            caption={t('people.title')}
            captionHidden
            dense
            columns={columns}
            rows={rows}
            rowKey={(row) => row.id}
          />
        )}
        <Pagination
          newerHref={isFirst ? null : path('people', {}, { search })}
          olderHref={next === null ? null : path('people', {}, { search, after: next })}
        />
      </Stack>
      {edited !== null && <PersonDialog key={edited.id} row={edited} onClose={() => setEdited(null)} />}
    </>
  );
}

function PersonDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const { t } = useTranslation('access');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const { revalidate } = useRevalidator();
  const me = usePerson();
  const [chosen, setChosen] = useState<readonly Row['roles'][number][]>(row.roles);
  const [problem, setProblem] = useState<unknown>(null);

  async function attempt(change: () => Promise<unknown>) {
    setProblem(null);
    try {
      await change();
      await revalidate();
      onClose();
    } catch (error) {
      setProblem(error);
    }
  }
  const params = { personId: row.id };
  const saveRoles = () =>
    attempt(() => api(access.setRoles, { params, body: { roles: [...chosen], revision: row.revision } }));
  const suspend = (isSuspended: boolean) =>
    attempt(() => api(access.setSuspension, { params, body: { isSuspended, revision: row.revision } }));

  return (
    <Dialog open title={row.name} onClose={onClose}>
      <Stack>
        <ProblemNotice error={problem} />
        <fieldset className={styles.roles}>
          <legend>{t('people.roles')}</legend>
          {roles.map((role) => (
            <Choice
              key={role}
              type="checkbox"
              id={`role-${role}`}
              label={shared(`role.${role}`)}
              checked={chosen.includes(role)}
              onChange={(event) =>
                setChosen(roles.filter((each) => (each === role ? event.target.checked : chosen.includes(each))))
              }
            />
          ))}
        </fieldset>
        <p>{t('people.apart')}</p>
        <ButtonRow>
          <Button tone="primary" onClick={() => void saveRoles()}>
            {shared('action.save')}
          </Button>
          {row.id !== me.id && row.state === 'active' && (
            <Button tone="danger" onClick={() => void suspend(true)}>
              {t('people.suspend')}
            </Button>
          )}
          {row.state === 'suspended' && <Button onClick={() => void suspend(false)}>{t('people.restore')}</Button>}
        </ButtonRow>
      </Stack>
    </Dialog>
  );
}
