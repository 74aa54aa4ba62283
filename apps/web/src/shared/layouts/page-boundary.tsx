import { Outlet, useRouteError } from 'react-router';
import { ErrorPage } from '../pages/error-page';

/** Keeps an error inside the frame of its page, so that the navigation stays at hand. */
export default function PageBoundary() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage error={useRouteError()} />;
}
