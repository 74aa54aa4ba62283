import { parseEuros } from '@commonlot/domain';
import {
  Button,
  ButtonRow,
  CheckboxesField,
  CheckboxField,
  ErrorSummary,
  Field,
  FormLayout,
  MoneyInput,
  RadioField,
  Select,
} from '@commonlot/ui';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';

const labels = {
  title: 'Title of the project',
  summary: 'What do you want to do?',
  amount: 'Amount you ask for',
  region: 'Region',
  kind: 'Who is it for?',
  themes: 'Themes',
  agreed: 'I declare that these answers are true',
};

const form = z.object({
  title: z.string().min(1, 'form.error.required'),
  summary: z.string().max(120, 'form.error.tooLong'),
  amount: z.string().refine((text) => parseEuros(text) !== null, 'form.error.amount'),
  region: z.string(),
  kind: z.string().min(1, 'form.error.required'),
  themes: z.array(z.string()).min(1, 'form.error.required'),
  agreed: z.literal(true, 'form.error.required'),
});

/** A form with each kind of field, which can be sent to see its errors. */
export function StyleForm() {
  const { control, handleSubmit } = useForm({
    resolver: zodResolver(form),
    defaultValues: {
      title: '',
      summary: '',
      amount: '',
      region: '',
      kind: '',
      themes: [],
      agreed: false as unknown as true,
    },
    shouldFocusError: false,
  });
  return (
    <FormLayout onSubmit={handleSubmit(() => undefined)}>
      <ErrorSummary control={control} labels={labels} />
      <Field
        control={control}
        name="title"
        label={labels.title}
        render={(field, wiring) => <input {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="summary"
        label={labels.summary}
        hint="In plain words, for somebody who does not know your organisation."
        counter={120}
        render={(field, wiring) => <textarea {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="amount"
        label={labels.amount}
        hint="At most € 25 000, and at most 80 % of the costs."
        render={(field, wiring) => <MoneyInput {...field} {...wiring} />}
      />
      <Field
        control={control}
        name="region"
        label={labels.region}
        optional
        render={(field, wiring) => (
          <Select
            {...field}
            {...wiring}
            placeholder="Choose a region"
            options={[
              { value: 'b', label: 'Brussels' },
              { value: 'f', label: 'Flanders' },
              { value: 'w', label: 'Wallonia' },
            ]}
          />
        )}
      />
      <RadioField
        control={control}
        name="kind"
        legend={labels.kind}
        options={[
          { value: 'young', label: 'Young people', hint: 'Up to 25 years' },
          { value: 'old', label: 'Older people' },
        ]}
      />
      <CheckboxesField
        control={control}
        name="themes"
        legend={labels.themes}
        hint="Choose all that apply."
        inline
        options={[
          { value: 'health', label: 'Health' },
          { value: 'culture', label: 'Culture' },
          { value: 'sport', label: 'Sport' },
        ]}
      />
      <CheckboxField control={control} name="agreed" label={labels.agreed} />
      <ButtonRow>
        <Button type="submit" tone="primary">
          Save and continue
        </Button>
        <Button tone="quiet">Cancel</Button>
      </ButtonRow>
    </FormLayout>
  );
}
