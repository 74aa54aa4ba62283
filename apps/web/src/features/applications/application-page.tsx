import { applications, organisations, payments } from '@commonlot/contracts';
import { type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router';
import { serverApi } from '../../shared/api/api.server';
import { languageOf, pathTo } from '../../shared/paths/paths';
import { sessionContext } from '../../shared/session/session-context.server';
import { OwnApplicationView } from './own-application-view';
import { StaffApplicationView } from './staff-application-view';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const applicationId = params['applicationId'] ?? '';
  const api = serverApi(request);
  const { session } = await context.get(sessionContext)();
  const isStaff = session.person?.permissions.includes('application:read') ?? false;
  const input = { params: { applicationId } };
  const { rows: municipalities } = await api(organisations.listMunicipalities);
  // Staff who also act for the organisation see here what its other members see.
  const { answer: own } = isStaff
    ? await api.attempt((attempt) => attempt(applications.readOwnApplication, input))
    : { answer: await api(applications.readOwnApplication, input) };
  if (own === null) {
    return { own: null, staff: await api(applications.readApplication, input), municipalities, returns: [] };
  }
  if (own.releasedState === 'draft') {
    throw redirect(pathTo('draft', languageOf(new URL(request.url).pathname) ?? 'nl', { applicationId }));
  }
  const { rows } = await api(payments.listReturnsOfOrganisation, { params: { organisationId: own.organisationId } });
  const returns = rows.filter((row) => row.applicationId === applicationId);
  return { own, staff: null, municipalities, returns };
}

/** An application that was sent: for its organisation with what was released, for staff with what they work on. */
export default function ApplicationPage() {
  const { own, staff, municipalities, returns } = useLoaderData<typeof loader>();
  if (own !== null) return <OwnApplicationView application={own} municipalities={municipalities} returns={returns} />;
  return <StaffApplicationView application={staff} municipalities={municipalities} />;
}
