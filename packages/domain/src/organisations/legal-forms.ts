export interface LegalForm {
  /** Three digits, as in the register of enterprises (KBO/BCE). */
  readonly code: string;
  readonly nl: string;
  readonly fr: string;
  readonly de: string;
  readonly en: string;
  /** Whether an organisation of this form may answer a call: non-profits, foundations and local public bodies. */
  readonly mayApply: boolean;
}

/**
 * The forms that deal with the Lottery. An association in fact is missing on purpose: without a number it cannot hold
 * a grant, so that a carrier organisation applies for it.
 */
export const legalForms: readonly LegalForm[] = [
  {
    code: '017',
    nl: 'Vereniging zonder winstoogmerk (vzw)',
    fr: 'Association sans but lucratif (asbl)',
    de: 'Vereinigung ohne Gewinnerzielungsabsicht (VoG)',
    en: 'Non-profit association',
    mayApply: true,
  },
  {
    code: '125',
    nl: 'Internationale vereniging zonder winstoogmerk (ivzw)',
    fr: 'Association internationale sans but lucratif (aisbl)',
    de: 'Internationale Vereinigung ohne Gewinnerzielungsabsicht (IVoG)',
    en: 'International non-profit association',
    mayApply: true,
  },
  {
    code: '026',
    nl: 'Private stichting',
    fr: 'Fondation privée',
    de: 'Privatstiftung',
    en: 'Private foundation',
    mayApply: true,
  },
  {
    code: '029',
    nl: 'Stichting van openbaar nut',
    fr: "Fondation d'utilité publique",
    de: 'Gemeinnützige Stiftung',
    en: 'Foundation of public utility',
    mayApply: true,
  },
  {
    code: '117',
    nl: 'Vereniging zonder winstoogmerk van publiek recht',
    fr: 'Association sans but lucratif de droit public',
    de: 'Öffentlich-rechtliche Vereinigung ohne Gewinnerzielungsabsicht',
    en: 'Non-profit association under public law',
    mayApply: true,
  },
  {
    code: '325',
    nl: 'Internationale vereniging zonder winstoogmerk van publiek recht',
    fr: 'Association internationale sans but lucratif de droit public',
    de: 'Öffentlich-rechtliche internationale Vereinigung ohne Gewinnerzielungsabsicht',
    en: 'International non-profit association under public law',
    mayApply: true,
  },
  { code: '411', nl: 'Gemeente', fr: 'Commune', de: 'Gemeinde', en: 'Municipality', mayApply: true },
  {
    code: '412',
    nl: 'Openbaar centrum voor maatschappelijk welzijn (OCMW)',
    fr: "Centre public d'action sociale (CPAS)",
    de: 'Öffentliches Sozialhilfezentrum (ÖSHZ)',
    en: 'Public welfare centre',
    mayApply: true,
  },
  {
    code: '420',
    nl: 'Vereniging van OCMW’s',
    fr: 'Association de CPAS',
    de: 'Vereinigung von ÖSHZ',
    en: 'Association of public welfare centres',
    mayApply: true,
  },
  {
    code: '418',
    nl: 'Autonoom gemeentebedrijf',
    fr: 'Régie communale autonome',
    de: 'Autonome Gemeinderegie',
    en: 'Autonomous municipal company',
    mayApply: false,
  },
  {
    code: '124',
    nl: 'Openbare instelling',
    fr: 'Établissement public',
    de: 'Öffentliche Einrichtung',
    en: 'Public establishment',
    mayApply: false,
  },
  {
    code: '110',
    nl: 'Staat, provincie, gewest of gemeenschap',
    fr: 'État, province, région ou communauté',
    de: 'Staat, Provinz, Region oder Gemeinschaft',
    en: 'State, province, region or community',
    mayApply: false,
  },
];

/** The form with that code, or null when it is not one of ours. */
export function legalFormOf(code: string): LegalForm | null {
  return legalForms.find((form) => form.code === code) ?? null;
}

/** Whether an organisation of that form may answer a call; an unknown form may not. */
export function mayApply(code: string): boolean {
  return legalFormOf(code)?.mayApply ?? false;
}
