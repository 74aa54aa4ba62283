import { type Rows, row } from './grammar.js';

/** A file is edited by those who write for its organisation, and only while it is a draft. */
const edits: readonly string[] = [
  'writers: draft ok; else lifecycle.not-allowed',
  'viewer: membership.not-allowed',
  'others: hidden',
];

/** The office screens what was sent once the call is closed; a conflict of interest closes the file. */
const screens: readonly string[] = [
  'officer: draft discarded hidden; sent call.still-open; screening ok; else lifecycle.not-allowed',
  'recused: draft discarded admitted decided awarded hidden; sent call.still-open; screening ok; else lifecycle.not-allowed',
];

/** Calls, applications and reviews. */
export const rowsOfFiles: Rows = {
  'calls.cancelCall': row('call', 'officer recused: open ok; closed call.has-applications; else lifecycle.not-allowed'),
  'calls.createCall': row('line', 'officer recused: named call.line-unfit; envelope ok'),
  'calls.discardCall': row('call', 'officer recused: draft ok; else lifecycle.not-allowed'),
  'calls.listCalls': row('call', 'fileReaders recused: shown'),
  'calls.publishCall': row('call', 'officer recused: draft ok; else lifecycle.not-allowed'),
  'calls.readCall': row('call'),
  'calls.saveCall': row('call', 'officer recused: draft ok; else lifecycle.not-allowed'),

  'applications.admitApplication': row('application', ...screens),
  'applications.attachFile': row('application', ...edits),
  'applications.discardDraft': row('application', ...edits),
  'applications.excludeApplication': row('application', ...screens),
  'applications.listApplications': row(
    'application',
    'fileReaders: draft discarded absent; none hidden; else shown',
    'recused: draft discarded admitted decided awarded absent; none hidden; else shown',
  ),
  'applications.listOwnApplications': row('application', 'members: discarded absent; else shown', 'others: absent'),
  'applications.readApplication': row(
    'application',
    'fileReaders: draft discarded hidden; else ok',
    'recused: draft discarded admitted decided awarded hidden; else ok',
  ),
  'applications.readApplicationFile': row(
    'application',
    'members: discarded hidden; else ok',
    'fileReaders: draft discarded hidden; else ok',
    'reviewer: admitted decided awarded ok; else hidden',
    'recused: draft discarded admitted decided awarded hidden; else ok',
    'others: hidden',
  ),
  'applications.readOwnApplication': row('application', 'members: ok', 'others: hidden'),
  'applications.removeFile': row('application', ...edits),
  'applications.saveDraft': row('application', ...edits),
  'applications.startApplication': row(
    'call',
    'writers: draft hidden; open ok; else call.not-open',
    'viewer: else membership.not-allowed; none membership.not-allowed',
    'others: hidden',
  ),
  'applications.submitApplication': row(
    'application',
    'representative: draft ok; else lifecycle.not-allowed',
    'editor viewer: membership.not-allowed',
    'others: hidden',
  ),
  'applications.withdrawApplication': row(
    'application',
    'representative: draft discarded withdrawn awarded lifecycle.not-allowed; else ok',
    'editor viewer: membership.not-allowed',
    'others: hidden',
  ),

  'reviews.assignReviewers': row(
    'application',
    'officer: draft discarded hidden; admitted ok; else lifecycle.not-allowed',
    // The call of the awarded file is settled, which is said before any file is looked at.
    'recused: draft discarded admitted decided hidden; else lifecycle.not-allowed',
  ),
  'reviews.declareInterest': row(
    'assignment',
    'undeclared: assigned ok; else hidden',
    'reviewer: accepted sent released lifecycle.not-allowed; else hidden',
    'others: hidden',
  ),
  'reviews.listOwnAssignments': row(
    'assignment',
    'undeclared: assigned shown; else absent',
    'reviewer: accepted sent released shown; else absent',
    'others: absent',
  ),
  'reviews.readAssignment': row('assignment', 'reviewer: accepted sent released ok; else hidden', 'others: hidden'),
  'reviews.readRanking': row(
    'application',
    'fileReaders: admitted decided awarded shown; none hidden; else absent',
    'recused: none hidden; else absent',
  ),
  'reviews.readReviewers': row(
    'application',
    'officer: admitted decided awarded shown; none hidden; else absent',
    'recused: none hidden; else absent',
  ),
  'reviews.saveReview': row(
    'assignment',
    'undeclared: assigned lifecycle.not-allowed; else hidden',
    'reviewer: accepted ok; sent released lifecycle.not-allowed; else hidden',
    'others: hidden',
  ),
  'reviews.sendReview': row(
    'assignment',
    'undeclared: assigned lifecycle.not-allowed; else hidden',
    'reviewer: accepted ok; sent released lifecycle.not-allowed; else hidden',
    'others: hidden',
  ),
};
