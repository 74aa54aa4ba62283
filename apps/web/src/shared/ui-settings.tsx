import type { Language } from '@commonlot/domain';
import { taskStates, type UiLinkProps, UiProvider, type UiWords, uploadStates } from '@commonlot/ui';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Form, Link } from 'react-router';
import { errorText } from './form/error-text';

/** Gives the design system the words of the page's language and the router's link. */
export function UiSettings({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const { t, i18n } = useTranslation('shared');
  const words = useMemo(() => uiWords(t), [t]);
  const toText = useMemo(() => errorText(t, (key) => i18n.exists(key)), [t, i18n]);
  return (
    <UiProvider language={language} words={words} errorText={toText} link={RouterLink} form={Form}>
      {children}
    </UiProvider>
  );
}

/** Addresses of the API and of other sites are left to the browser; the pages of this one go through the router. */
function RouterLink({ href, preventScrollReset, ...rest }: UiLinkProps) {
  const isPage = href.startsWith('?') || href.startsWith('#') || (/^\/(?!\/)/.test(href) && !href.startsWith('/api/'));
  if (!isPage || rest.download !== undefined) return <a href={href} {...rest} />;
  return <Link to={href} prefetch="intent" preventScrollReset={preventScrollReset ?? false} {...rest} />;
}

function uiWords(t: TFunction): UiWords {
  return {
    errorPrefix: t('ui.errorPrefix'),
    errorSummaryTitle: t('ui.errorSummaryTitle'),
    optional: t('ui.optional'),
    charactersLeft: (count) => t('ui.charactersLeft', { count }),
    charactersOver: (count) => t('ui.charactersOver', { count }),
    pending: t('ui.pending'),
    close: t('ui.close'),
    newer: t('ui.newer'),
    older: t('ui.older'),
    pages: t('ui.pages'),
    youAreHere: t('ui.youAreHere'),
    none: t('ui.none'),
    proMemoria: t('ui.proMemoria'),
    change: t('ui.change'),
    remove: t('ui.remove'),
    chooseFiles: t('ui.chooseFiles'),
    notScanned: t('ui.notScanned'),
    notScannedYet: t('ui.notScannedYet'),
    infected: t('ui.infected'),
    uploadStates: named(uploadStates, (state) => t(`ui.upload.${state}`)),
    taskStates: named(taskStates, (state) => t(`ui.task.${state}`)),
    currentStep: t('ui.currentStep'),
    allocated: t('ui.allocated'),
    reserved: t('ui.reserved'),
    committed: t('ui.committed'),
    paid: t('ui.paid'),
    available: t('ui.available'),
    scrollableTable: (caption) => t('ui.scrollableTable', { caption }),
    colon: t('ui.colon'),
  };
}

function named<Key extends string>(keys: readonly Key[], word: (key: Key) => string): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<Key, string>;
}
