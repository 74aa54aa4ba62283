import { inLanguage, type Language } from '@commonlot/domain';
import { useLanguage } from '../../shared/i18n/use-language';
import type { DraftText } from './call-records';

/** Text of a call in the language of the page, or else marked as the language it is in. */
export function OwnText({ text }: { readonly text: DraftText }) {
  const language = useLanguage();
  const found = inLanguage(text, language);
  return <span lang={otherThan(language, found.language)}>{found.text}</span>;
}

/** The language of a text where it has to be said: undefined when it is that of the page. */
export function otherThan(page: Language, found: Language): Language | undefined {
  return found === page ? undefined : found;
}
