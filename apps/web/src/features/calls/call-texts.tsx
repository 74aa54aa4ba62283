import { Stack } from '@commonlot/ui';
import { useTranslation } from 'react-i18next';
import { TextField } from './text-field';
import type { TypedCall } from './typed-call';

const texts = [
  { name: 'title', max: 200 },
  { name: 'summary', max: 600 },
  { name: 'description', max: 8000 },
  { name: 'eligibility', max: 4000 },
] as const;

interface CallTextsProps {
  readonly typed: TypedCall;
  readonly onChange: (part: Partial<TypedCall>) => void;
}

/** The words of the call's own page, in the language being written. */
export function CallTexts({ typed, onChange }: CallTextsProps) {
  const { t } = useTranslation('calls');
  return (
    <Stack>
      {texts.map(({ name, max }) => (
        <TextField
          key={name}
          id={`text-${name}`}
          label={t(`text.${name}`)}
          hint={t(`text.${name}Hint`)}
          text={typed[name]}
          max={max}
          long={name !== 'title'}
          onChange={(text) => onChange({ [name]: text })}
        />
      ))}
    </Stack>
  );
}
