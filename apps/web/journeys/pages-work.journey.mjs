import { lookAtPages } from './steps/look-at-pages.mjs';
import { people } from './support/people.mjs';

lookAtPages({
  applicant: people.applicant,
  reviewer: people.reviewers[0],
  officer: people.officer,
  minister: people.minister,
  controller: people.controller,
  auditor: people.auditor,
  administrator: people.administrator,
});
