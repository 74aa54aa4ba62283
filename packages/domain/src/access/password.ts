export const passwordMinCharacters = 12;
export const passwordMaxCharacters = 256;

export type PasswordBlocker = 'too-short' | 'too-long' | 'too-common' | 'contains-email';

/** Words that people make a long password of by adding digits; the list of the four languages and keyboards here. */
const commonWords = new Set([
  'password',
  'passwort',
  'passphrase',
  'wachtwoord',
  'motdepasse',
  'kennwort',
  'welcome',
  'welkom',
  'bienvenue',
  'willkommen',
  'letmein',
  'changeme',
  'iloveyou',
  'administrator',
  'azertyuiop',
  'azertyuiopqs',
  'qwertyuiop',
  'qwertyuiopas',
  'qwertzuiop',
  'belgie',
  'belgique',
  'belgium',
  'belgien',
  'brussel',
  'bruxelles',
  'brussels',
  'loterij',
  'loterie',
  'lottery',
  'nationaleloterij',
  'loterienationale',
  'nationallotterie',
  'nationallottery',
  'commonlot',
  'correcthorsebatterystaple',
]);

const sequences = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'azertyuiopqsdfghjklm', 'qwertyuiopasdfghjkl'];

/**
 * Why a password is refused; empty means that it is good. Length counts, not odd signs: a passphrase of a few words is
 * advised. Characters are code points, and nothing is cut off. The same answer for the same password, whoever asks.
 */
export function passwordBlockers(
  password: string,
  person: { readonly email: string; readonly name: string },
): PasswordBlocker[] {
  const blockers: PasswordBlocker[] = [];
  const length = [...password].length;
  if (length < passwordMinCharacters) blockers.push('too-short');
  if (length > passwordMaxCharacters) blockers.push('too-long');
  if (isCommon(password)) blockers.push('too-common');
  if (namesPerson(password, person)) blockers.push('contains-email');
  return blockers;
}

function isCommon(password: string): boolean {
  const lower = password.toLowerCase();
  const letters = lower.replace(/[^\p{L}]/gu, '');
  if (commonWords.has(letters)) return true;
  // One short pattern again and again, or a run along the alphabet, the digits or a row of keys.
  if (/^(.{1,4})\1*$/su.test(lower) && lower.length > 4) return true;
  const runs = sequences.flatMap((sequence) => [sequence, [...sequence].reverse().join('')]);
  return lower.length > 3 && runs.some((run) => run.includes(lower));
}

/** True when the password holds the address, the part before the @, or the name: the first things that are tried. */
function namesPerson(password: string, person: { readonly email: string; readonly name: string }): boolean {
  const squeeze = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}@]/gu, '');
  const inside = squeeze(password);
  const names = [person.email, person.email.split('@')[0] ?? '', person.name].map(squeeze);
  return names.some((name) => name.length >= 4 && inside.includes(name));
}
