import { passwordBlockers } from '@commonlot/domain';
import { z } from 'zod';

/** The password of a form, judged by the rules that the server will apply; the message is the key of its words. */
export const newPassword = (owner: { email: string; name: string }) =>
  z.string().superRefine((password, context) => {
    const [blocker] = passwordBlockers(password, owner);
    if (blocker !== undefined) context.addIssue({ code: 'custom', message: `access:password.${blocker}` });
  });
