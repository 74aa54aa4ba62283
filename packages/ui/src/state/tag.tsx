import {
  Ban,
  Circle,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  Hourglass,
  Info,
  type LucideIcon,
  PenLine,
  TriangleAlert,
} from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'danger';

/** The signs of states. One sign means one thing everywhere. */
export const tagIcons = {
  draft: PenLine,
  planned: CircleDashed,
  waiting: Hourglass,
  open: CircleDot,
  done: CircleCheck,
  stopped: Ban,
  attention: TriangleAlert,
  problem: CircleAlert,
  note: Info,
  plain: Circle,
} as const satisfies Record<string, LucideIcon>;
export type TagIcon = keyof typeof tagIcons;

const usual: Record<Tone, TagIcon> = {
  neutral: 'plain',
  accent: 'open',
  info: 'waiting',
  success: 'done',
  warning: 'attention',
  danger: 'stopped',
};

interface TagProps {
  readonly tone?: Tone;
  /** The sign; each tone has its usual one. */
  readonly icon?: TagIcon;
  readonly children: ReactNode;
}

/** The state of something: sign, word and colour together, never the colour alone. It is no button and no link. */
export function Tag({ tone = 'neutral', icon, children }: TagProps) {
  const Icon = tagIcons[icon ?? usual[tone]];
  return (
    <span className={styles.tag} data-tone={tone}>
      <Icon aria-hidden="true" />
      {children}
    </span>
  );
}
