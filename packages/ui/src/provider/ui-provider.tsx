import type { Language } from '@commonlot/domain';
import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  type FormHTMLAttributes,
  type ReactNode,
  type Ref,
  use,
} from 'react';
import type { FieldError } from 'react-hook-form';
import type { TaskState, UploadState } from '../state/states';

/** The few words that components say by themselves. Everything else comes in as props, already in the language of the page. */
export interface UiWords {
  /** Put before the title of the page while a form has errors: "Error". */
  readonly errorPrefix: string;
  readonly errorSummaryTitle: string;
  readonly optional: string;
  readonly charactersLeft: (count: number) => string;
  readonly charactersOver: (count: number) => string;
  readonly pending: string;
  readonly close: string;
  readonly newer: string;
  readonly older: string;
  readonly pages: string;
  readonly youAreHere: string;
  /** Said instead of an amount or a date that is not there. */
  readonly none: string;
  /** The full form of "PM", for a plan line that is named without an amount. */
  readonly proMemoria: string;
  readonly change: string;
  readonly remove: string;
  readonly chooseFiles: string;
  readonly notScanned: string;
  readonly notScannedYet: string;
  readonly infected: string;
  readonly uploadStates: Readonly<Record<UploadState, string>>;
  readonly taskStates: Readonly<Record<TaskState, string>>;
  readonly currentStep: string;
  readonly allocated: string;
  readonly reserved: string;
  readonly committed: string;
  readonly paid: string;
  readonly available: string;
  /** The name of the region that scrolls sideways around a wide table. */
  readonly scrollableTable: (caption: string) => string;
  readonly colon: string;
}

export interface UiLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  readonly href: string;
  /** The page stays where it is scrolled to: for filters and tabs that change a part of it. */
  readonly preventScrollReset?: boolean;
  readonly ref?: Ref<HTMLAnchorElement>;
}

export interface GetFormProps extends Omit<FormHTMLAttributes<HTMLFormElement>, 'method' | 'action' | 'encType'> {
  readonly method?: 'get';
  readonly action?: string;
}

interface UiSettings {
  readonly language: Language;
  readonly words: UiWords;
  /** Turns what validation found into a sentence that says what to do. */
  readonly errorText: (error: FieldError, label: string) => string;
  /** The router's link; a plain anchor where there is no router. */
  readonly link?: ComponentType<UiLinkProps>;
  /** The router's form, for filters; a plain form, which loads the page, where there is no router. */
  readonly form?: ComponentType<GetFormProps>;
}

const UiContext = createContext<UiSettings | null>(null);

/** Gives every component below it the language of the screen, its words, and the link of the router. */
export function UiProvider({ children, ...settings }: UiSettings & { readonly children: ReactNode }) {
  return <UiContext value={settings}>{children}</UiContext>;
}

/** The language, words and link of this page. Throws outside a `UiProvider`. */
export function useUi(): UiSettings {
  const settings = use(UiContext);
  if (settings === null) throw new Error('UiProvider is missing above this component.');
  return settings;
}

/** A link inside the application, through the router when there is one. */
export function UiLink(props: UiLinkProps) {
  const { link: Link = PlainLink } = useUi();
  return <Link {...props} />;
}

function PlainLink({ preventScrollReset: _, ...anchor }: UiLinkProps) {
  return <a {...anchor} />;
}
