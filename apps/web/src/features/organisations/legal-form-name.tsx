import { legalFormOf, legalForms } from '@commonlot/domain';
import { useLanguage } from '../../shared/i18n/use-language';

/** The name of a legal form in the language of the page; its code where we do not know it. */
export function LegalFormName({ code }: { readonly code: string }) {
  const language = useLanguage();
  return legalFormOf(code)?.[language] ?? code;
}

export function useLegalFormOptions() {
  const language = useLanguage();
  return legalForms.map((form) => ({ value: form.code, label: form[language] }));
}
