import { Button, ButtonRow, Dialog, FormLayout } from '@commonlot/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../shared/form/problem-notice';

export interface StepDialogProps<Value> {
  readonly problem: unknown;
  readonly onClose: () => void;
  readonly onSend: (value: Value) => Promise<void>;
}

interface FrameProps {
  readonly title: string;
  readonly action: string;
  readonly pending: boolean;
  readonly problem: unknown;
  readonly onClose: () => void;
  readonly onSubmit: () => Promise<void>;
  readonly children: ReactNode;
}

/** A question about a step, with its refusal where it was asked. */
export function StepDialog({ title, action, pending, problem, onClose, onSubmit, children }: FrameProps) {
  const { t } = useTranslation('shared');
  return (
    <Dialog open title={title} onClose={onClose}>
      <FormLayout
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
        }}
      >
        <ProblemNotice error={problem} />
        {children}
        <ButtonRow>
          <Button type="submit" tone="primary" pending={pending}>
            {action}
          </Button>
          <Button tone="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </ButtonRow>
      </FormLayout>
    </Dialog>
  );
}
