import { type Cents, parseEuros } from '@commonlot/domain';
import { useState } from 'react';
import { useRevalidator } from 'react-router';
import { z } from 'zod';

/** An amount above zero and at most `most` cents, typed as text. */
export const amountUpTo = (most: Cents) =>
  z.string().transform((text, context) => {
    const amount = parseEuros(text);
    if (amount === null || amount <= 0) context.addIssue({ code: 'custom', message: 'form.error.amount' });
    else if (amount > most) context.addIssue({ code: 'custom', message: 'payments:money.error.tooHigh' });
    else return amount;
    return z.NEVER;
  });

/** An explanation that somebody else understands. */
export const explanation = (most: number) =>
  z.string().trim().min(20, 'payments:money.error.long').max(most, 'form.error.tooLong');

/** Sends what a dialog asks, shows the page anew and closes; keeps the dialog and its refusal when it was refused. */
export function useMoneyForm(onClose: () => void) {
  const { revalidate } = useRevalidator();
  const [problem, setProblem] = useState<unknown>(null);
  const [pending, setPending] = useState(false);
  async function send(request: () => Promise<unknown>) {
    setProblem(null);
    setPending(true);
    try {
      await request();
      await revalidate();
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setPending(false);
    }
  }
  return { problem, pending, send };
}
