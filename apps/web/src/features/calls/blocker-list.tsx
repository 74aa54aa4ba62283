import { UiLink } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';

/** Where on the page of the draft each blocker is mended. */
export function placeOf(blocker: string): string {
  if (blocker.startsWith('form-')) return 'form';
  if (blocker === 'dates-missing' || blocker === 'closing-not-after-opening') return 'dates';
  if (/^(criteria|weights|score)/.test(blocker)) return 'criteria';
  return blocker === 'texts-incomplete' ? 'texts' : 'money';
}

interface BlockerListProps {
  readonly blockers: readonly string[];
  /** The page of the draft; empty on that page itself. */
  readonly base?: string;
}

/** Why a call cannot be published yet, each with a way to the place where it is mended. */
export function BlockerList({ blockers, base = '' }: BlockerListProps) {
  const { t } = useTranslation('calls');
  return (
    <ul>
      {blockers.map((blocker) => (
        <li key={blocker}>
          <UiLink href={`${base}#${placeOf(blocker)}`}>{t(`blocker.${blocker}`)}</UiLink>
        </li>
      ))}
    </ul>
  );
}
