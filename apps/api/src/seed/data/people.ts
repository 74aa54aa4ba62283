import type { FileLanguage, Role } from '@commonlot/domain';

/** Fictional persons of the demonstration. Any likeness to living people is chance. */
export interface DemonstrationPerson {
  readonly key: string;
  readonly name: string;
  readonly language: FileLanguage;
  readonly roles: readonly Role[];
  /** Shown on the page "Sign in as". */
  readonly isPersona: boolean;
}

const person = (
  key: string,
  name: string,
  language: FileLanguage,
  roles: readonly Role[],
  isPersona = true,
): DemonstrationPerson => ({
  key,
  name,
  language,
  roles,
  isPersona,
});

export const staff: readonly DemonstrationPerson[] = [
  person('officer', 'Lotte Verhaeghe', 'nl', ['officer']),
  person('officer-2', 'Benoît Marchandise', 'fr', ['officer']),
  person('minister-adviser', 'Katrien Dewolf', 'nl', ['minister']),
  person('minister-deputy', 'Philippe Lambrecht', 'fr', ['minister']),
  person('controller', 'Sofie Maesschalck', 'nl', ['controller']),
  person('auditor', 'Marc Thyssens', 'fr', ['auditor']),
  person('reviewer', 'Amélie Duvivier', 'fr', ['reviewer']),
  person('reviewer-2', 'Jan Opdebeeck', 'nl', ['reviewer']),
  person('reviewer-3', 'Fatima Benhaddou', 'fr', ['reviewer'], false),
  person('reviewer-4', 'Wout Geerinckx', 'nl', ['reviewer'], false),
  person('reviewer-5', 'Claire Hautecoeur', 'fr', ['reviewer'], false),
  person('reviewer-6', 'Petra Goossenaerts', 'nl', ['reviewer'], false),
];

export const applicants: readonly DemonstrationPerson[] = [
  person('applicant', 'Hilde Vandenbossche', 'nl', []),
  person('applicant-fr', 'Thomas Lejeune', 'fr', []),
  person('applicant-de', 'Ursula Schoenberg', 'de', [], false),
  ...(
    [
      ['Dirk Callebaut', 'nl'],
      ['Samira Lahlou', 'fr'],
      ['Els Rombouts', 'nl'],
      ['Olivier Delcourt', 'fr'],
      ['Pieter Vanneste', 'nl'],
      ['Nathalie Collignon', 'fr'],
      ['Griet Boonen', 'nl'],
      ['Karim Ouali', 'fr'],
      ['Tom Huysmans', 'nl'],
      ['Isabelle Fontaine', 'fr'],
      ['An Ceulemans', 'nl'],
      ['Michel Rasquin', 'fr'],
    ] as const
  ).map(([name, language], index) => person(`volunteer-${index + 1}`, name, language, [], false)),
];
