/**
 * What must not stand in a log, by its form. It is the second line: what is written is ids and codes, but errors carry
 * the words of others (a mail server names the recipient, PostgreSQL the value that it could not read).
 */
const forms: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // The password of an address of a service, before what follows it can pass for an e-mail address.
  [/(:\/\/[^\s:/@"]*:)[^\s@"]+@/g, '$1[secret]@'],
  [/[^\s"'<>()[\]{},;:=\\/]+@[^\s"'<>()[\]{},;:=\\/]+\.[a-z]{2,}/gi, '[e-mail]'],
  [/\b(?:[A-Z]{2}|be)\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g, '[account]'],
  // 32 random bytes, as sessions and links of one use carry them.
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, '[token]'],
  // A national register number, as people write it.
  [/\b\d{2}\.\d{2}\.\d{2}[- ]\d{3}[-. ]\d{2}\b/g, '[national number]'],
];

/** The text with everything blanked that has the form of an address, an account, a token or a national number. */
export function withoutPersonalData(text: string): string {
  return forms.reduce((rest, [pattern, instead]) => rest.replaceAll(pattern, instead), text);
}
