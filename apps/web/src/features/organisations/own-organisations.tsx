import type { organisations, ResponseOf } from '@commonlot/contracts';
import { formatEnterpriseNumber } from '@commonlot/domain';
import { Card, EmptyState, Grid, LinkButton, Tag } from '@commonlot/ui';
import { Building2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePath } from '../../shared/i18n/use-language';

interface OwnOrganisationsProps {
  readonly rows: ResponseOf<typeof organisations.listOwnOrganisations>['rows'];
}

export function OwnOrganisations({ rows }: OwnOrganisationsProps) {
  const { t } = useTranslation('organisations');
  const path = usePath();
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('list.none')}
        icon={Building2}
        action={
          <LinkButton tone="primary" href={path('new-organisation')}>
            {t('list.new')}
          </LinkButton>
        }
      >
        {t('list.noneText')}
      </EmptyState>
    );
  }
  return (
    <Grid>
      {rows.map((row) => (
        <Card
          key={row.id}
          level={2}
          title={row.name}
          href={path('work-organisation', { organisationId: row.id })}
          meta={formatEnterpriseNumber(row.enterpriseNumber)}
          footer={
            row.hasVerifiedAccount ? (
              <Tag tone="success">{t('list.accountVerified')}</Tag>
            ) : (
              <Tag tone="warning" icon="attention">
                {t('list.accountMissing')}
              </Tag>
            )
          }
        >
          <p>{t('list.yourRole', { role: t(`memberRole.${row.role}`) })}</p>
        </Card>
      ))}
    </Grid>
  );
}
