import type { Language } from '@commonlot/domain';
import type { ReactNode } from 'react';
import { UiProvider, type UiWords } from '../provider/ui-provider';

/** Words that say which word they are, so that a test reads where each comes from. */
const words: UiWords = {
  errorPrefix: 'Error',
  errorSummaryTitle: 'There is a problem',
  optional: 'optional',
  charactersLeft: (count) => `${count} left`,
  charactersOver: (count) => `${count} over`,
  pending: 'pending',
  close: 'close',
  newer: 'newer',
  older: 'older',
  pages: 'pages',
  youAreHere: 'you are here',
  none: 'none',
  proMemoria: 'pro memoria',
  change: 'Change',
  remove: 'Remove',
  chooseFiles: 'choose',
  notScanned: 'not scanned',
  notScannedYet: 'not scanned yet',
  infected: 'infected',
  uploadStates: { uploading: 'uploading', scanning: 'scanning', ready: 'ready', refused: 'refused' },
  taskStates: {
    'cannot-start': 'cannot start',
    'not-started': 'not started',
    'in-progress': 'in progress',
    completed: 'completed',
    'not-needed': 'not needed',
    'changes-requested': 'changes requested',
    'changes-made': 'changes made',
  },
  currentStep: 'current',
  allocated: 'allocated',
  reserved: 'reserved',
  committed: 'committed',
  paid: 'paid',
  available: 'available',
  scrollableTable: (caption) => `${caption}, scrolls`,
  colon: ':',
};

/** The surroundings of a component in a test: plain links, errors as "<label> is <what validation said>". */
export function TestUi({ children, language = 'en' }: { readonly children: ReactNode; readonly language?: Language }) {
  return (
    <UiProvider language={language} words={words} errorText={(error, label) => `${label} is ${error.message}`}>
      {children}
    </UiProvider>
  );
}
