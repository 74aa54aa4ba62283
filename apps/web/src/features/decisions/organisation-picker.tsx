import { organisations } from '@commonlot/contracts';
import { formatEnterpriseNumber } from '@commonlot/domain';
import { Button, Cluster, FieldFrame, fieldId, TextInput } from '@commonlot/ui';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../shared/api/browser-api';
import { ProblemNotice } from '../../shared/form/problem-notice';
import styles from './organisation-picker.module.css';

export interface PickedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly enterpriseNumber: string;
}

interface OrganisationPickerProps {
  readonly label: string;
  /** The enterprise number that the plan names on the line, to begin the search with. */
  readonly named: string | null;
  readonly picked: PickedOrganisation | null;
  readonly isMissing: boolean;
  readonly onPick: (organisation: PickedOrganisation | null) => void;
}

/** Finds an organisation by name or number; what is picked stays in view and can be changed. */
export function OrganisationPicker({ label, named, picked, isMissing, onPick }: OrganisationPickerProps) {
  const { t: shared } = useTranslation('shared');
  if (picked !== null) {
    return (
      <div className={styles.picked}>
        <p className={styles.label}>{label}</p>
        <Cluster>
          <span>
            <strong>{picked.name}</strong> {formatEnterpriseNumber(picked.enterpriseNumber)}
          </span>
          <Button size="small" aria-label={`${shared('action.edit')}: ${label}`} onClick={() => onPick(null)}>
            {shared('action.edit')}
          </Button>
        </Cluster>
      </div>
    );
  }
  return <Search label={label} named={named} isMissing={isMissing} onPick={onPick} />;
}

function Search({ label, named, isMissing, onPick }: Omit<OrganisationPickerProps, 'picked'>) {
  const { t } = useTranslation('decisions');
  const { t: shared } = useTranslation('shared');
  const api = useApi();
  const [search, setSearch] = useState(named ?? '');
  const wanted = useDeferredValue(search.trim());
  const { data, error } = useQuery({
    queryKey: ['organisations', wanted],
    queryFn: () => api(organisations.listOrganisations, { query: { search: wanted, limit: 8 } }),
    enabled: wanted.length >= 2,
  });
  return (
    <div className={styles.search}>
      <FieldFrame
        id={fieldId('organisationId')}
        label={label}
        hint={named === null ? t('direct.organisationHint') : t('direct.organisationNamed')}
        error={isMissing ? shared('form.error.required', { label }) : undefined}
        render={(wiring) => (
          <TextInput
            {...wiring}
            type="search"
            autoComplete="off"
            value={search}
            onChange={({ target }) => setSearch(target.value)}
            onKeyDown={(event) => {
              // Enter searches; it does not send the form.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        )}
      />
      <ProblemNotice error={error} />
      <p role="status" className={styles.count}>
        {wanted.length >= 2 && data && t('direct.found', { count: data.rows.length })}
      </p>
      {data && wanted.length >= 2 && (
        <ul className={styles.results}>
          {data.rows.map((row) => (
            <li key={row.id}>
              <span>
                {row.name} <span className={styles.count}>{formatEnterpriseNumber(row.enterpriseNumber)}</span>
              </span>
              <Button size="small" aria-label={t('direct.pickOne', { name: row.name })} onClick={() => onPick(row)}>
                {t('direct.pick')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
