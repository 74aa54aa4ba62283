export { AnswerText, AttachedFiles } from './answer-text';
export { ProcedureTabs } from './procedure-tabs';
