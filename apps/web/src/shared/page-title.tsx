import { useTranslation } from 'react-i18next';

/** The title of the page in the browser: what the page is, then the name of the site. Every screen sets one. */
export function PageTitle({ children }: { readonly children: string }) {
  const { t } = useTranslation('shared');
  return <title>{`${children} – ${t('product.name')}`}</title>;
}
