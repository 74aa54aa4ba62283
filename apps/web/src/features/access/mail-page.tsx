import { workspace } from '@commonlot/contracts';
import { Button, Cluster, EmptyState, Instant, PageHeader, Pagination, Panel, Stack, TextInput } from '@commonlot/ui';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { usePath } from '../../shared/i18n/use-language';
import { PageTitle } from '../../shared/page-title';
import { useRootData } from '../../shared/session/session';
import styles from './mail-page.module.css';

/** The outbox of the demonstration. A production system answers that the page does not exist. */
export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const to = query.get('to')?.slice(0, 254) ?? '';
  const after = query.get('after') ?? undefined;
  const page = await serverApi(request)(workspace.listOutgoingMail, {
    query: { ...(to && { to }), ...(after && { after }) },
  });
  return { ...page, to, isFirst: after === undefined };
}

export default function MailPage() {
  const { t } = useTranslation('access');
  const { t: shared } = useTranslation('shared');
  const path = usePath();
  const { rows, next, to, isFirst } = useLoaderData<typeof loader>();
  return (
    <>
      <PageTitle>{t('mail.title')}</PageTitle>
      <PageHeader title={t('mail.title')} lede={<p>{t('mail.lede')}</p>} />
      <Stack>
        <Form role="search">
          <Cluster>
            <TextInput name="to" type="search" defaultValue={to} aria-label={t('mail.to')} placeholder={t('mail.to')} />
            <Button type="submit">{shared('action.filter')}</Button>
          </Cluster>
        </Form>
        {rows.length === 0 && <EmptyState title={t('mail.none')} />}
        {rows.map((mail) => (
          <Panel key={mail.id} title={<span lang={mail.language}>{mail.subject}</span>} tone="raised">
            <p className={styles.meta}>
              {mail.to} · <Instant at={mail.createdAt} form="short" />
            </p>
            <MailBody body={mail.body} language={mail.language} />
          </Panel>
        ))}
        <Pagination
          newerHref={isFirst ? null : path('mail', {}, { to })}
          olderHref={next === null ? null : path('mail', {}, { to, after: next })}
        />
      </Stack>
    </>
  );
}

/** The text of a mail as text; an address becomes a link only when it is one of this site. */
function MailBody({ body, language }: { readonly body: string; readonly language: string }) {
  const origin = useRootData()?.origin ?? '';
  return (
    <p className={styles.body} lang={language}>
      {body.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => {
        const own = origin !== '' && part.startsWith(`${origin}/`);
        return <Fragment key={index}>{own ? <Link to={part.slice(origin.length)}>{part}</Link> : part}</Fragment>;
      })}
    </p>
  );
}
