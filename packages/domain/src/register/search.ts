/** Letters that canonical decomposition leaves whole although people type them without their sign. */
const folded: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l' };

const longestWord = 60;

/**
 * The words of a text as the search compares them: lower case, without accents, letters and digits only. Text and
 * question both pass through here, so that "Liège", "LIEGE" and "liege" are one word whatever the locale of the database,
 * and nothing of a question is left that could mean something to a query.
 */
export function searchWords(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđł]/g, (letter) => folded[letter] ?? letter);
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.map((word) => [...word].slice(0, longestWord).join('')))];
}
