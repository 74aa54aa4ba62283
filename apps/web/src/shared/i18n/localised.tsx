import { inLanguage, type LocalisedText } from '@commonlot/domain';
import { PlainText } from '@commonlot/ui';
import { useLanguage } from './use-language';

/** A text that is data, in the language of the page or the nearest that has it, marked with the language found. */
export function Localised({ text }: { readonly text: LocalisedText }) {
  const language = useLanguage();
  const found = inLanguage(text, language);
  return <span lang={found.language === language ? undefined : found.language}>{found.text}</span>;
}

/** The same for longer texts, with their line ends. */
export function LocalisedParagraphs({ text }: { readonly text: LocalisedText }) {
  const found = inLanguage(text, useLanguage());
  return <PlainText lang={found.language}>{found.text}</PlainText>;
}

/** For attributes and the middle of a sentence, where no element can carry the language. */
export function useLocalised(): (text: LocalisedText) => string {
  const language = useLanguage();
  return (text) => inLanguage(text, language).text;
}
