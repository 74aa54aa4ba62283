import { type Language, languages } from '@commonlot/domain';
import { Button } from '@commonlot/ui';
import { Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './edit-call.module.css';
import { missingIn, type TypedCall } from './typed-call';
import type { Autosave } from './use-autosave';

/** Each language in its own name, as people look for it. */
const ownNames: Record<Language, string> = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };

interface LanguageBarProps {
  readonly typed: TypedCall;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly save: Autosave;
}

/** The language being written, how complete each one is, and whether what was typed is safe; always in sight. */
export function LanguageBar({ typed, language, onLanguage, save }: LanguageBarProps) {
  const { t } = useTranslation('calls');
  return (
    <div className={styles.bar}>
      <fieldset className={styles.tongues}>
        <legend className={styles.legend}>{t('edit.language')}</legend>
        {languages.map((each) => {
          const missing = missingIn(typed, each);
          return (
            <button
              key={each}
              type="button"
              className={styles.tab}
              aria-pressed={each === language}
              onClick={() => onLanguage(each)}
            >
              <span lang={each}>{ownNames[each]}</span>
              <span className={styles.mark} data-complete={missing === 0 || undefined}>
                {missing === 0 ? (
                  <>
                    <Check aria-hidden="true" /> {t('edit.complete')}
                  </>
                ) : (
                  t('edit.missing', { count: missing })
                )}
              </span>
            </button>
          );
        })}
      </fieldset>
      <SaveState save={save} />
    </div>
  );
}

function SaveState({ save }: { readonly save: Autosave }) {
  const { t } = useTranslation('calls');
  const Icon = { saved: Check, waiting: LoaderCircle, saving: LoaderCircle, failed: CircleAlert }[save.state];
  return (
    <div className={styles.save} data-state={save.state}>
      <span role="status">
        <Icon aria-hidden="true" /> {t(`save.${save.state}`)}
      </span>
      {save.state === 'failed' && (
        <Button size="small" onClick={() => void save.flush()}>
          {t('save.again')}
        </Button>
      )}
    </div>
  );
}
