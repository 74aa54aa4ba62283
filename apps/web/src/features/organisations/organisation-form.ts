import { fileLanguages, legalFormOf, parseEnterpriseNumber } from '@commonlot/domain';
import { z } from 'zod';

const filled = (max: number) => z.string().trim().min(1, 'form.error.required').max(max, 'form.error.tooLong');

/** What is known of an organisation and can change. */
export const organisationAnswers = z.object({
  name: filled(200),
  legalForm: z.string().refine((code) => legalFormOf(code) !== null, 'form.error.required'),
  street: filled(200),
  postalCode: z
    .string()
    .trim()
    .regex(/^[1-9][0-9]{3}$/, 'organisations:form.postalCodeWrong'),
  municipalityNis: z.string().regex(/^[0-9]{5}$/, 'organisations:form.municipalityMissing'),
  language: z.enum(fileLanguages, 'form.error.required'),
  website: z
    .string()
    .trim()
    .max(300, 'form.error.tooLong')
    .transform((text) => (text === '' || /^https?:\/\//i.test(text) ? text : `https://${text}`))
    .refine((text) => text === '' || URL.canParse(text), 'organisations:form.websiteWrong')
    .transform((text) => text || null),
  purpose: z.string().trim().max(2000, 'form.error.tooLong'),
});

// The number first: the summary of errors follows this order.
export const newOrganisation = z.object({
  enterpriseNumber: z.string().transform((text, context) => {
    const number = parseEnterpriseNumber(text);
    if (number !== null) return number;
    const isEmpty = text.trim() === '';
    context.addIssue({ code: 'custom', message: isEmpty ? 'form.error.required' : 'organisations:form.numberWrong' });
    return z.NEVER;
  }),
  ...organisationAnswers.shape,
});

/** What the inputs hold while somebody types. */
export type OrganisationInputs = z.input<typeof organisationAnswers>;
export type NewOrganisationInputs = z.input<typeof newOrganisation>;
