import { type Rows, row } from './grammar.js';

/** The public register, and what everybody has in the workspace. */
export const rowsOfReading: Rows = {
  'register.correctAward': row('batch', 'officer: released ok; else hidden', 'recused: hidden'),
  'register.listAwards': row('batch', 'others: released shown; else absent'),
  'register.listPublicCalls': row('call', 'others: draft absent; else shown'),
  'register.readAward': row('batch', 'others: released ok; else hidden'),
  'register.readHome': row(),
  'register.readPublicCall': row('call', 'others: draft hidden; else ok'),
  'register.readPublicOrganisation': row('organisation', 'others: paid ok; plain hidden'),
  'register.readPublicPlan': row('year', 'others: in-force ok; draft hidden'),
  'register.readPublicPlanDifference': row('year', 'others: in-force ok; draft hidden'),

  'workspace.listNotices': row('application', 'representative: awarded shown; else absent', 'others: absent'),
  'workspace.listOutgoingMail': row(),
  'workspace.markNoticesRead': row(),
  'workspace.readHistory (account)': row('account', 'members staff recused: ok', 'others: hidden'),
  'workspace.readHistory (application)': row(
    'application',
    'members auditor: ok',
    'officer minister: draft discarded hidden; else ok',
    'recused: draft discarded admitted decided awarded hidden; else ok',
    'others: hidden',
  ),
  'workspace.readHistory (assignment)': row('assignment', 'officer auditor: ok', 'others: hidden'),
  'workspace.readHistory (batch)': row('batch', 'staff recused: ok', 'others: hidden'),
  'workspace.readHistory (call)': row('call', 'fileReaders recused: ok', 'others: hidden'),
  'workspace.readHistory (decision)': row('batch', 'members: released ok; else hidden', 'staff: ok', 'others: hidden'),
  'workspace.readHistory (direct file)': row('direct file', 'staff recused: ok', 'others: hidden'),
  'workspace.readHistory (organisation)': row('organisation', 'members staff recused: ok', 'others: hidden'),
  'workspace.readHistory (payment)': row(
    'payment',
    'officer controller auditor: ok',
    'recused: unreleased planned prepared hidden; else ok',
    'others: hidden',
  ),
  'workspace.readHistory (person)': row('person', 'administrator auditor: ok', 'others: hidden'),
  'workspace.readHistory (version)': row('version', 'staff recused: ok', 'others: hidden'),
  'workspace.readWorkList': row(
    'application',
    'representative: draft awarded shown; else absent',
    'editor: draft shown; else absent',
    'others: absent',
  ),
  'workspace.searchWorkspace': row(
    'application',
    'members: discarded absent; else shown',
    'fileReaders: draft discarded absent; else shown',
    'reviewer: admitted decided awarded shown; else absent',
    'recused: draft discarded admitted decided awarded absent; else shown',
    'others: absent',
  ),
};
