import { useSearchParams } from 'react-router';
import { useLanguage } from '../../shared/i18n/use-language';
import { returnPath } from '../../shared/session/return-path';

/** Where the person wanted to go before being asked who they are. */
export function useDestination(): string {
  const [query] = useSearchParams();
  return returnPath(query.get('return'), useLanguage());
}
