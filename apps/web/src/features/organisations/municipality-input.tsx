import type { organisations, ResponseOf } from '@commonlot/contracts';
import type { Wiring } from '@commonlot/ui';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../shared/i18n/use-language';
import styles from './municipality-input.module.css';
import { findMunicipalities, type MunicipalityOption, optionOf } from './municipality-search';

export type Municipality = ResponseOf<typeof organisations.listMunicipalities>['rows'][number];

interface MunicipalityInputProps {
  readonly municipalities: readonly Municipality[];
  /** The code of the municipality; empty while none is chosen. */
  readonly value: string;
  readonly onChange: (nis: string) => void;
  readonly label: string;
  readonly wiring: Wiring;
  readonly disabled?: boolean;
}

/** One of the 565 municipalities, found by its name in any language. */
export function MunicipalityInput(props: MunicipalityInputProps) {
  const { municipalities, value, onChange, label, wiring, disabled = false } = props;
  const { t } = useTranslation('organisations');
  const language = useLanguage();
  const chosen = municipalities.find((row) => row.nis === value);
  const chosenName = chosen ? optionOf(chosen, language).name : '';
  const [typed, setTyped] = useState<{ text: string; for: string }>({ text: chosenName, for: value });
  // Chosen elsewhere meanwhile: by a colleague, or on a page in another language.
  const text = typed.for === value ? typed.text : chosenName;
  const found = findMunicipalities(municipalities, text === chosenName ? '' : text, language);

  function choose(key: unknown) {
    const row = municipalities.find((each) => each.nis === key);
    if (row === undefined) return;
    setTyped({ text: optionOf(row, language).name, for: row.nis });
    onChange(row.nis);
  }

  /** What can only mean one place counts as chosen; emptied is emptied; else the field shows again what is chosen. */
  function leave() {
    if (text === chosenName) return;
    const [first, second] = findMunicipalities(municipalities, text, language);
    if (text.trim() === '') onChange('');
    else if (first !== undefined && second === undefined) choose(first.nis);
  }

  return (
    <ComboBox
      aria-label={label}
      className={styles.box ?? ''}
      items={found}
      selectedKey={value === '' ? null : value}
      onSelectionChange={choose}
      inputValue={text}
      onInputChange={(next) => setTyped({ text: next, for: value })}
      onBlur={leave}
      allowsCustomValue
      allowsEmptyCollection
      menuTrigger="input"
      isDisabled={disabled}
    >
      <div className={styles.field}>
        <Input {...wiring} className={styles.input ?? ''} autoComplete="off" />
        <Button className={styles.open ?? ''} aria-label={t('municipality.show')}>
          <ChevronDown aria-hidden="true" />
        </Button>
      </div>
      <Popover className={styles.popover ?? ''}>
        <ListBox<MunicipalityOption>
          className={styles.list ?? ''}
          renderEmptyState={() => <p className={styles.none}>{t('municipality.none')}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.nis} textValue={option.name} className={styles.option ?? ''}>
              <span>{option.name}</span>
              {option.otherNames && <span className={styles.other}>{option.otherNames}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** The name behind a code, in the language of the page. */
export function MunicipalityName(props: { readonly municipalities: readonly Municipality[]; readonly nis: string }) {
  const language = useLanguage();
  const found = props.municipalities.find((row) => row.nis === props.nis);
  return found ? optionOf(found, language).name : props.nis;
}
