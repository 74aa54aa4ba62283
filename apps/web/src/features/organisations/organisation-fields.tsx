import { Field, Fieldset, RadioField, Select, TextInput } from '@commonlot/ui';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useLegalFormOptions } from './legal-form-name';
import { type Municipality, MunicipalityInput } from './municipality-input';
import type { NewOrganisationInputs, OrganisationInputs } from './organisation-form';

/** The words beside the fields, the same as in the summary of errors. */
export function useOrganisationLabels() {
  const { t } = useTranslation('organisations');
  return {
    enterpriseNumber: t('form.number'),
    name: t('form.name'),
    legalForm: t('form.legalForm'),
    street: t('form.street'),
    postalCode: t('form.postalCode'),
    municipalityNis: t('form.municipality'),
    language: t('form.language'),
    website: t('form.website'),
    purpose: t('form.purpose'),
  };
}

interface OrganisationFieldsProps {
  readonly control: Control<NewOrganisationInputs, unknown, unknown> | Control<OrganisationInputs, unknown, unknown>;
  readonly municipalities: readonly Municipality[];
}

/** The fields that a new and a known organisation share. */
export function OrganisationFields(props: OrganisationFieldsProps) {
  const { t } = useTranslation('organisations');
  const labels = useOrganisationLabels();
  const legalForms = useLegalFormOptions();
  const control = props.control as Control<OrganisationInputs, unknown, unknown>;
  return (
    <>
      <Field
        control={control}
        name="name"
        label={labels.name}
        hint={t('form.nameHint')}
        render={(field, wiring) => <input autoComplete="organization" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="legalForm"
        label={labels.legalForm}
        hint={t('form.legalFormHint')}
        render={(field, wiring) => (
          <Select {...field} {...wiring} options={legalForms} placeholder={t('form.legalFormChoose')} />
        )}
      />
      <AddressFields control={control} municipalities={props.municipalities} />
      <RadioField
        control={control}
        name="language"
        legend={labels.language}
        hint={t('form.languageHint')}
        inline
        options={(['nl', 'fr', 'de'] as const).map((value) => ({ value, label: t(`fileLanguage.${value}`) }))}
      />
      <Field
        control={control}
        name="website"
        label={labels.website}
        optional
        render={(field, wiring) => <input inputMode="url" autoComplete="url" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="purpose"
        label={labels.purpose}
        hint={t('form.purposeHint')}
        optional
        counter={2000}
        render={(field, wiring) => <textarea rows={4} {...field} {...wiring} />}
      />
    </>
  );
}

interface AddressFieldsProps {
  readonly control: Control<OrganisationInputs, unknown, unknown>;
  readonly municipalities: readonly Municipality[];
}

function AddressFields({ control, municipalities }: AddressFieldsProps) {
  const { t } = useTranslation('organisations');
  const labels = useOrganisationLabels();
  return (
    <Fieldset legend={t('form.address')}>
      <Field
        control={control}
        name="street"
        label={labels.street}
        render={(field, wiring) => <input autoComplete="address-line1" {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="postalCode"
        label={labels.postalCode}
        render={(field, wiring) => (
          <TextInput short inputMode="numeric" autoComplete="postal-code" {...field} {...wiring} />
        )}
      />
      <Field
        control={control}
        name="municipalityNis"
        label={labels.municipalityNis}
        hint={t('form.municipalityHint')}
        render={(field, wiring) => (
          <MunicipalityInput
            municipalities={municipalities}
            value={field.value}
            onChange={field.onChange}
            label={labels.municipalityNis}
            wiring={wiring}
          />
        )}
      />
    </Fieldset>
  );
}
