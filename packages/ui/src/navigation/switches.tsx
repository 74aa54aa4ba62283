import type { Language } from '@commonlot/domain';
import { Check, Globe, Monitor, Moon, Sun } from 'lucide-react';
import { UiLink } from '../provider/ui-provider';
import { VisuallyHidden } from '../provider/visually-hidden';
import styles from './switches.module.css';

export interface LanguageLink {
  readonly language: Language;
  /** The name of the language in that language: "Nederlands". */
  readonly name: string;
  /** This same page in that language. */
  readonly href: string;
  readonly current: boolean;
}

interface LanguageSwitchProps {
  readonly label: string;
  readonly links: readonly LanguageLink[];
  readonly onChoose?: (language: Language) => void;
}

/** The four languages as links to the same page. Each is named in itself, and marked as such for a screen reader. */
export function LanguageSwitch({ label, links, onChoose }: LanguageSwitchProps) {
  return (
    <nav aria-label={label} className={styles.languages}>
      <Globe aria-hidden="true" className={styles.globe} />
      <ul>
        {links.map((link) => (
          <li key={link.language}>
            <UiLink
              href={link.href}
              lang={link.language}
              hrefLang={link.language}
              title={link.name}
              aria-current={link.current ? 'true' : undefined}
              onClick={() => onChoose?.(link.language)}
            >
              {link.language.toUpperCase()}
              <VisuallyHidden> {link.name}</VisuallyHidden>
            </UiLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
const themeIcons = { system: Monitor, light: Sun, dark: Moon };

interface ThemeSwitchProps {
  readonly label: string;
  readonly words: Readonly<Record<Theme, string>>;
  readonly value: Theme;
  readonly onChange: (theme: Theme) => void;
}

/** Light, dark, or as the device says; a small menu in a native details element. */
export function ThemeSwitch({ label, words, value, onChange }: ThemeSwitchProps) {
  const Icon = themeIcons[value];
  return (
    <details
      className={styles.theme}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false;
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.open = false;
      }}
    >
      <summary aria-label={`${label}: ${words[value]}`} title={label}>
        <Icon aria-hidden="true" />
      </summary>
      <div className={styles.menu}>
        {themes.map((theme) => {
          const ThemeIcon = themeIcons[theme];
          return (
            <button
              key={theme}
              type="button"
              aria-pressed={theme === value}
              onClick={(event) => {
                onChange(theme);
                const menu = event.currentTarget.closest('details');
                if (menu) menu.open = false;
              }}
            >
              <ThemeIcon aria-hidden="true" />
              <span>{words[theme]}</span>
              {theme === value && <Check aria-hidden="true" />}
            </button>
          );
        })}
      </div>
    </details>
  );
}
