import { Tag } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';

const looks = {
  proposed: { tone: 'info', icon: 'waiting' },
  verified: { tone: 'success', icon: 'done' },
  refused: { tone: 'danger', icon: 'stopped' },
  replaced: { tone: 'neutral', icon: 'plain' },
} as const;

/** How far the verification of an account is. */
export function AccountStateTag({ state }: { readonly state: string | null }) {
  const { t } = useTranslation('organisations');
  if (state === null || !Object.hasOwn(looks, state)) return <Tag icon="plain">{t('account.state.none')}</Tag>;
  const { tone, icon } = looks[state as keyof typeof looks];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`account.state.${state}`)}
    </Tag>
  );
}
