import { cents } from '@commonlot/domain';
import {
  Day,
  Instant,
  Money,
  type Step,
  type SummaryItem,
  type TaskGroup,
  type TreemapNode,
  type UploadItem,
} from '@commonlot/ui';

const line = (id: string, label: string, euros: number, href = `/style?line=${id}`): TreemapNode => ({
  id,
  label,
  amountCents: cents(euros * 100),
  href,
});

/** Amounts of the size that plans have; not those of any year. */
export const planTree: TreemapNode[] = [
  {
    id: '1',
    label: 'Communities',
    href: '/style?line=1',
    children: [
      line('1.1', 'Flemish Community', 29_900_000),
      line('1.2', 'French Community', 20_500_000),
      line('1.3', 'German-speaking Community', 430_000),
    ],
  },
  {
    id: '2',
    label: 'National solidarity and prestige',
    href: '/style?line=2',
    children: [
      line('2.1', 'King Baudouin Foundation', 11_500_000),
      line('2.2', 'Belgian Red Cross', 9_400_000),
      line('2.3', 'Poverty and social inclusion', 14_700_000),
      line('2.4', 'Child Focus', 1_300_000),
      line('2.5', 'Poison Centre', 1_900_000),
      line('2.6', 'Institute of Tropical Medicine', 4_200_000),
      line('2.7', 'Fire and rescue', 8_000_000),
      line('2.8', 'Calls for small projects', 11_000_000),
    ],
  },
  {
    id: '3',
    label: 'Development cooperation',
    href: '/style?line=3',
    children: [line('3.1', 'Development cooperation', 26_000_000), line('3.2', 'Food security fund', 17_000_000)],
  },
  {
    id: '4',
    label: 'Sport and culture',
    href: '/style?line=4',
    children: [
      line('4.1', 'Olympic Committee', 3_800_000),
      line('4.2', 'La Monnaie', 2_100_000),
      line('4.3', 'Royal museums', 2_900_000),
      line('4.4', 'National Orchestra', 900_000),
      line('4.5', 'Queen Elisabeth Competition', 520_000),
    ],
  },
  line('5', 'Science policy', 9_250_000),
  line('6', 'Balance not assigned', 10_000_000),
];

export const steps: Step[] = [
  { id: 'sent', title: 'Sent', state: 'done', at: <Instant at="2026-10-02T09:12:00Z" form="short" /> },
  { id: 'admitted', title: 'Admissible', state: 'done', at: <Day on="2026-10-09" /> },
  { id: 'review', title: 'With the jury', state: 'current', children: <p>Three people read each file.</p> },
  { id: 'decision', title: 'Decision', state: 'upcoming', at: 'expected in December' },
];

export const summary: SummaryItem[] = [
  { id: 'title', label: 'Title', value: 'A choir for the care home', change: { href: '/style', what: 'the title' } },
  {
    id: 'amount',
    label: 'Amount asked for',
    value: <Money cents={cents(12_500_00)} />,
    change: { href: '/style', what: 'the amount' },
  },
  { id: 'closes', label: 'Closes', value: <Instant at="2027-01-29T11:00:00Z" />, isMissing: true },
];

export const tasks: TaskGroup[] = [
  {
    id: 'project',
    title: 'The project',
    tasks: [
      { id: 'a', title: 'What you want to do', state: 'completed', href: '/style' },
      { id: 'b', title: 'Who it is for', state: 'in-progress', href: '/style' },
      { id: 'c', title: 'Costs and income', state: 'not-started', href: '/style', hint: 'About 20 minutes' },
    ],
  },
  { id: 'send', title: 'Sending', tasks: [{ id: 'd', title: 'Check and send', state: 'cannot-start' }] },
];

export const files: UploadItem[] = [
  { id: '1', name: 'statutes-2024.pdf', sizeBytes: 482_113, state: 'ready', href: '/api/x', onRemove: () => undefined },
  { id: '2', name: 'budget.xlsx', sizeBytes: 18_000, state: 'uploading', progress: 0.64, onRemove: () => undefined },
  { id: '3', name: 'annual-report.pdf', sizeBytes: 8_200_000, state: 'scanning' },
  {
    id: '4',
    name: 'programme.exe',
    sizeBytes: 120,
    state: 'refused',
    reason: 'This type of file is not accepted. Save it as PDF and choose it again.',
    onRemove: () => undefined,
  },
];

export const groups = ['neutral', 'accent', 'info', 'success', 'warning', 'danger'] as const;
