import type { TFunction } from 'i18next';
import type { FieldError } from 'react-hook-form';

/**
 * The words for what validation found: the key that a schema gave as its message ("calls.form.closesTooEarly" or
 * "form.error.required"), else the words for the sort of fault, which zod names by its code.
 */
export function errorText(t: TFunction, exists: (key: string) => boolean) {
  return (error: FieldError, label: string): string => {
    const message = error.message ?? '';
    if (/^[\w-]+([.:][\w-]+)+$/.test(message) && exists(message)) return t(message, { label });
    const key = `form.error.${error.type}`;
    return exists(key) ? t(key, { label }) : t('form.error.custom', { label });
  };
}
